import { discordTable } from '../discord.ts';
import { slackTable } from '../slack.ts';
import type { Table } from '../table.ts';
import type { Time } from '../time.ts';

/** Both platforms, by name. */
export const tables: [string, (time: Time) => Promise<Table>][] = [
  ['Discord', discordTable],
  ['Slack', (time) => slackTable(time, { history: true })],
];
