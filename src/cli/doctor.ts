import { parseArgs } from 'node:util';
import { commandsFor } from '../../commands/index.ts';
import { examine as examineDiscord } from '../adapters/discord/doctor.ts';
import { examine as examineSlack } from '../adapters/slack/doctor.ts';
import { PlatformError } from '../chat/errors.ts';
import { readConfig } from '../config.ts';
import { probeStore } from '../store/probe.ts';
import { findingLines, openShelves, readDecks } from './decks.ts';
import { closedHouse } from './house.ts';

interface Finding {
  ok: boolean;
  sentence: string;
}

/** `doctor`: tries decks, store and every configured platform, and says what works and what to mend; 1 when something is to mend. */
export async function doctor(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const config = readConfig(process.env, false);
  const commands = commandsFor(await openShelves(), closedHouse);
  const findings = [
    ...config.notices.map((sentence) => ({ ok: true, sentence })),
    ...(await examineDecks()),
    await examineStore(config),
    ...(config.discord
      ? await examineDiscord(config.discord, commands)
      : [{ ok: true, sentence: 'Discord: off. DISCORD_TOKEN turns it on.' }]),
    ...(config.slack
      ? await examineSlack(config.slack, commands)
      : [
          {
            ok: true,
            sentence: 'Slack: off. SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET turns it on.',
          },
        ]),
  ];
  for (const { ok, sentence } of findings) console.log(`${ok ? 'ok  ' : 'MEND'}  ${sentence}`);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

async function examineDecks(): Promise<Finding[]> {
  const decks = await readDecks(undefined);
  return decks.map((read) => ({
    ok: read.deck !== undefined,
    sentence: read.deck
      ? `Deck ${read.id}: ${read.deck.topics.length} topics, /${read.deck.command}.`
      : `Deck ${read.id} cannot be used: ${findingLines(read).find((line) => line.includes(' error: '))}`,
  }));
}

async function examineStore(config: Parameters<typeof probeStore>[0]): Promise<Finding> {
  try {
    return { ok: true, sentence: await probeStore(config) };
  } catch (error) {
    if (error instanceof PlatformError) return { ok: false, sentence: error.message };
    throw error;
  }
}
