import { onTestFinished } from 'vitest';
import { type LoopbackOptions, startDiscord } from './discord.ts';
import { type SlackOptions, startSlack } from './slack.ts';

/** A Discord until the test is over, and what a program is told that is its bot. */
export async function discordHere(options: LoopbackOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(discord.close);
  const env = { DISCORD_TOKEN: discord.settings.token, DISCORD_API_URL: discord.apiUrl };
  return { discord, env };
}

/** The same for Slack, over Socket Mode. */
export async function slackHere(options: SlackOptions = {}) {
  const slack = await startSlack(options);
  onTestFinished(slack.close);
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  return { slack, env };
}
