import { kinds } from '../../servers/discord.ts';
import type { Channel } from '../../servers/discord-channels.ts';
import { asSeen } from '../../servers/discord-seen.ts';
import type { Seen } from '../../servers/slack-world.ts';
import { discordTable } from '../discord.ts';
import { slackTable } from '../slack.ts';
import type { Table } from '../table.ts';
import type { Time } from '../time.ts';

/** A click on what is on no screen. */
export interface Forgery {
  /** The name of where it is made: `here` is the table's own channel. */
  from: string;
  action: string;
  values?: readonly string[];
  /** The id of who does it, in the store; somebody new if left out, and always on Slack. */
  by?: string;
}

export interface Answer {
  text: string;
  private: boolean;
}

/** A table at which anything can be clicked. */
export interface ForgersTable extends Table {
  /** Other places than the table's. */
  elsewhere: string[];
  /** `/quiz solo` of somebody. */
  solo(): Promise<unknown>;
  /** Resolves with what the clicker then sees. */
  forge(forgery: Forgery): Promise<Answer[]>;
}

export async function discordForgers(time: Time): Promise<ForgersTable> {
  const table = await discordTable(time);
  const { discord } = table;
  const places: Record<string, { where: 'server' | 'elsewhere' | 'bot'; channel?: Channel }> = {
    here: { where: 'server' },
    'another channel': { where: 'server', channel: discord.newChannel() },
    'a thread': { where: 'server', channel: discord.newChannel('thread') },
    'another server': { where: 'elsewhere' },
    'their own conversation with the bot': { where: 'bot' },
  };
  return {
    ...table,
    elsewhere: Object.keys(places).slice(1),
    solo: () => discord.member('Sol').types('quiz solo'),
    async forge({ from, action, values = [], by }) {
      const eve = discord.member('Eve');
      const who = {
        where: 'server' as const,
        ...places[from],
        id: by?.slice('discord:'.length) ?? eve.id,
        name: 'Eve',
      };
      const data = { custom_id: action, component_type: 3, values };
      const record = discord.interact(kinds.component, who, data, eve.sees()[0]?.posted);
      await record.until(() => record.posted.some(({ thinking }) => !thinking));
      return record.posted.map(asSeen);
    },
  };
}

export async function slackForgers(time: Time): Promise<ForgersTable> {
  const table = await slackTable(time, { history: true });
  const { slack } = table;
  slack.channel('C2', { botIsIn: true, members: [] });
  return {
    ...table,
    elsewhere: ['another channel', 'their own conversation with the bot'],
    solo: () => slack.member('Sol').types('/quiz solo'),
    async forge({ from, action, values = [] }) {
      const eve = slack.member('Eve');
      const channel = from === 'here' ? 'C1' : from === 'another channel' ? 'C2' : eve.direct;
      slack.channel(channel, { botIsIn: true, members: [eve] });
      const before = eve.screen.length;
      const on: Seen = {
        kind: 'message',
        id: slack.world.timestamp(),
        text: '',
        blocks: [],
        channel,
        before: [],
      };
      await eve.acts(on, { type: 'button', action_id: action, block_id: 'forged', value: values[0] });
      return eve.screen.slice(before).map(({ text, only }) => ({ text, private: only === eve.id }));
    },
  };
}
