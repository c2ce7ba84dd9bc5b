import { parseArgs } from 'node:util';
import { commandsFor } from '../../commands/index.ts';
import type { Finding, Means, Reading } from '../chat/examination.ts';
import type { Config } from '../config.ts';
import { clockFindings } from './doctor/clock.ts';
import { examineDecks } from './doctor/decks.ts';
import { examineFolder } from './doctor/folder.ts';
import { patience } from './doctor/patience.ts';
import { examineDiscord, examineSlack } from './doctor/platforms.ts';
import { examineSettings } from './doctor/settings.ts';
import { section, verdict } from './doctor/sheet.ts';
import { examineStore } from './doctor/store.ts';
import { closedHouse } from './house.ts';

/** Milliseconds for one answer, and for all that are waited for. */
const ANSWER_WITHIN = 4000;
const ALL_WITHIN = 17_000;
/** Letters of a secret that is blotted out of what others say: a shorter password would blot out words, and nobody says it. */
const SECRET = 8;
/** Milliseconds for the last lines to be written. */
const LAST_WORDS = 200;

/**
 * `doctor`: looks at settings, decks, database, data folder, platforms and clock, and says of each how it stands and what to do; 1 when something
 * is to mend. Writes and posts nothing, so that the program may run meanwhile.
 */
export async function doctor(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const all: Finding[] = [];
  const { config, findings } = examineSettings(process.env);
  const secrets = config?.secrets.filter(({ length }) => length >= SECRET) ?? [];
  const tell = (title: string, found: readonly Finding[]) => {
    all.push(...found);
    const said = section(title, found, process.stdout.columns);
    console.log(secrets.reduce((safe, one) => safe.replaceAll(one, '[secret]'), said));
  };
  tell('Settings', findings);
  if (config) await examineAll(config, { now: Date.now, inTime: patience(ANSWER_WITHIN, ALL_WITHIN) }, tell);
  console.log(verdict(all));
  // What nobody answers, such as a name that is still looked up, would keep the process.
  setTimeout(() => process.exit(), LAST_WORDS).unref();
  return all.some(({ state }) => state === 'fault') ? 1 : 0;
}

async function examineAll(
  config: Config,
  means: Means,
  tell: (title: string, found: readonly Finding[]) => void,
): Promise<void> {
  const { shelves, findings: decks } = await examineDecks(means);
  tell('Decks', decks);
  const { probe, findings: store } = await examineStore(config, means);
  const folder = await examineFolder(config, probe && (probe.bytes ?? 0), means);
  tell('Data', [...store, ...folder]);

  const commands = shelves.length > 0 ? commandsFor(shelves, closedHouse) : undefined;
  const subscriptions = probe?.subscriptions;
  const [discord, slack] = await Promise.all([
    examineDiscord(config.discord, commands, subscriptions, means),
    examineSlack(config.slack, commands, subscriptions, means),
  ]);
  tell('Discord', discord.findings);
  tell('Slack', slack.findings);
  const readings = Object.entries({
    PostgreSQL: probe?.reading,
    Discord: discord.reading,
    Slack: slack.reading,
  }).filter((one): one is [string, Reading] => one[1] !== undefined);
  tell('Clock', clockFindings(new Map(readings)));
}
