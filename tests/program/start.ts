import { onTestFinished } from 'vitest';
import { startDiscord } from '../servers/discord.ts';
import { startSlack } from '../servers/slack.ts';
import { type RunningProgram, startProcess } from './process.ts';

/** Starts the program in a process of its own, which is ended with the test. */
export function start(env: Record<string, string>): RunningProgram {
  const program = startProcess(env);
  onTestFinished(async () => {
    program.child.kill('SIGKILL');
    await program.ended;
  });
  return program;
}

/** A Discord, and what a program is told that is its bot. */
export async function discordHere() {
  const discord = await startDiscord();
  onTestFinished(discord.close);
  const env = { DISCORD_TOKEN: discord.settings.token, DISCORD_API_URL: discord.apiUrl };
  return { discord, env };
}

/** The same for Slack. */
export async function slackHere() {
  const slack = await startSlack();
  onTestFinished(slack.close);
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  return { slack, env };
}
