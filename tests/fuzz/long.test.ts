import { describe, expect, test } from 'vitest';
import { boltLog } from '../../src/adapters/slack/bolt-log.ts';
import { ownAction } from '../../src/adapters/slack/controls.ts';
import { escapeText, mrkdwn, plainText } from '../../src/adapters/slack/escape.ts';
import { directEvent } from '../../src/adapters/slack/events.ts';
import { parseAction } from '../../src/chat/action.ts';
import { parseLine } from '../../src/chat/line.ts';
import { text } from '../../src/chat/markup.ts';
import { foldName, foldText } from '../../src/core/knowledge/names.ts';
import { buildIndex } from '../../src/core/search/build.ts';
import { topicsNamed } from '../../src/core/search/named.ts';
import { search } from '../../src/core/search/search.ts';
import { suggest } from '../../src/core/search/suggest.ts';
import { readTime } from '../../src/core/tips/time-of-day.ts';
import { readDays } from '../../src/core/tips/weekdays.ts';
import { biology } from '../commands/biology.ts';
import { member } from '../commands/stage.ts';

const LENGTH = 100_000;
const pieces = [
  ...[
    'a',
    ' ',
    '"',
    '“',
    '-',
    '--',
    '—',
    '<',
    '<a|',
    '>',
    '&',
    '\n',
    ':',
    '#1',
    '|',
    '*',
    '_a',
    '`',
    '[',
    '(',
  ],
  ...['xoxb.', 'https://a ', 'e\u0301', '\u0301', '\ud800', 'w1 ', 'a vs b ', 'mon to ', '%', '\u202e'],
];
/** Beginnings and ends between which a regular expression may go to and fro. */
const frames = [
  ['', ''],
  ['hi', 'x'],
  ['--a', '"x y"z'],
  ['“', ' x'],
];
const silent = { info() {}, warn() {}, error() {} };
const index = buildIndex(biology);
const options = { question: { type: 'text', summary: 'What', rest: true } } as const;
const visitor = member([biology], 'open');

/** All that meets a text of a member before, or without, its length being bounded. */
const readers: Record<string, (said: string) => unknown> = {
  'a typed line': (said) => refusedAtMost(() => parseLine(options, said)),
  'an action id': parseAction,
  'a name': foldName,
  'a sentence': foldText,
  'a search': (said) => search(index, said),
  suggestions: (said) => suggest(index, said, 25),
  'the menu of a message': (said) => topicsNamed(index, said, 10),
  'a time': readTime,
  days: readDays,
  'a message on Slack': (said) => plainText(said, 'U0'),
  'text for Slack': (said) => [escapeText(said), mrkdwn(text(said))],
  'a control on Slack': ownAction,
  'what Bolt says': (said) => boltLog(silent).warn(said),
  'a direct message': (said) =>
    directEvent(direct(said), { event_id: 'E', team_id: 'T', event_time: 1 }, 'U0'),
  'a command': (said) => visitor.types(`/biology ${said}`),
  'something said': (said) => visitor.says(said),
  'a message picked': (said) => visitor.picksFromMenu(said),
};

/** Milliseconds of work at the greatest length that are too few to look into: what grows with the square takes seconds. */
const LITTLE = 50;

describe('time grows no faster than a text', () => {
  test.each(Object.entries(readers))(
    '%s',
    (_, read) => {
      for (const piece of pieces)
        for (const [first = '', last = ''] of frames) {
          const whole = (length: number) => first + piece.repeat(Math.ceil(length / piece.length)) + last;
          if (work(() => read(whole(LENGTH))) < LITTLE) continue;
          const [half = 0, full = 0] = [whole(LENGTH / 2), whole(LENGTH)].map((said) =>
            least(() => read(said)),
          );
          // Twice in theory, four times with the square.
          expect(full, `${JSON.stringify(piece)} in ${first}…${last}`).toBeLessThan(3 * half + LITTLE);
        }
    },
    60_000,
  );
});

/** Milliseconds that this thread works: the machine has other things to do meanwhile. */
function work(act: () => unknown): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function least(act: () => unknown): number {
  return Math.min(...Array.from({ length: 3 }, () => work(act)));
}

function refusedAtMost(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    expect(String(error).length).toBeLessThan(500);
  }
}

function direct(said: string) {
  const common = {
    type: 'message',
    subtype: undefined,
    channel_type: 'im',
    event_ts: '1.0',
    ts: '1.0',
  } as const;
  return { ...common, channel: 'D1', user: 'U1', text: said };
}
