import { App } from '@slack/bolt';
import { Client, Events, GatewayIntentBits } from 'discord.js';

/** The least that answers on both platforms: what a start is measured against. */
const { DISCORD_TOKEN, DISCORD_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } = process.env;

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: DISCORD_API_URL ? { api: DISCORD_API_URL } : {},
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isRepliable())
    await interaction.reply('AWS Shield is managed protection against floods of traffic.');
});

const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {},
});
app.command('/aws', async ({ ack, respond }) => {
  await ack();
  await respond('AWS Shield is managed protection against floods of traffic.');
});

await Promise.all([client.login(DISCORD_TOKEN), app.start()]);
