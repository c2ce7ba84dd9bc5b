import type { DiscordSettings } from '../../adapters/discord/client.ts';
import type { SlackSettings } from '../../adapters/slack/adapter.ts';
import type { Command } from '../../chat/command.ts';
import {
  type Examination,
  type Finding,
  fine,
  type Means,
  note,
  type Watched,
} from '../../chat/examination.ts';
import type { Held } from '../../store/holding.ts';
import { examinePlaces, watchedOn } from './places.ts';

type Examined = Pick<Examination, 'findings' | 'reading'>;
type Commands = readonly Command[] | undefined;
/** Undefined where the database could not be read. */
type Subscriptions = readonly Held[] | undefined;

export async function examineDiscord(
  settings: DiscordSettings | undefined,
  commands: Commands,
  subscriptions: Subscriptions,
  means: Means,
): Promise<Examined> {
  const watched = subscriptions && watchedOn('discord', subscriptions);
  if (!settings) return { findings: off('DISCORD_TOKEN turns it on.', watched) };
  const { examine } = await import('../../adapters/discord/doctor.ts');
  return withPlaces(await examine(settings, commands, means), watched);
}

export async function examineSlack(
  settings: SlackSettings | undefined,
  commands: Commands,
  subscriptions: Subscriptions,
  means: Means,
): Promise<Examined> {
  const watched = subscriptions && watchedOn('slack', subscriptions);
  if (!settings)
    return {
      findings: off('SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET turns it on.', watched),
    };
  const { examine } = await import('../../adapters/slack/doctor.ts');
  return withPlaces(await examine(settings, commands, means), watched);
}

async function withPlaces(
  { findings, reading, places }: Examination,
  watched: readonly Watched[] | undefined,
): Promise<Examined> {
  const found = watched
    ? await examinePlaces(watched, places)
    : [note('Channels', 'not looked at, since the database could not be read.')];
  return { findings: [...findings, ...found], ...(reading && { reading }) };
}

function off(how: string, watched: readonly Watched[] = []): Finding[] {
  const waiting = `While it is off nothing is posted day by day in ${watched.length} of its channels.`;
  return [watched.length > 0 ? note('Off', `${how} ${waiting}`) : fine('Off', how)];
}
