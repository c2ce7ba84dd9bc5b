import { App } from '@slack/bolt';

/** The least that confirms a click on Slack, and acknowledges a tick in a checkbox: what a round's clicks are measured against. */
const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } = process.env;

const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {},
});
app.action(/./, async ({ ack, respond, action }) => {
  await ack();
  if (action.type === 'button')
    await respond({ response_type: 'ephemeral', replace_original: false, text: 'Recorded.' });
});

await app.start();
