import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLimits as checkDiscord } from '../src/adapters/discord/limits.ts';
import { render as renderForDiscord } from '../src/adapters/discord/render.ts';
import { render as renderForPlayground } from '../src/adapters/playground/render.ts';
import { checkLimits as checkSlack } from '../src/adapters/slack/limits.ts';
import { render as renderForSlack } from '../src/adapters/slack/render.ts';
import type { Message } from '../src/chat/message.ts';
import { readDeck } from '../src/core/knowledge/read.ts';
import { anyText } from './arbitrary-message.ts';
import { biology } from './commands/biology.ts';
import { member } from './commands/stage.ts';

const traps = [
  '@everyone',
  '<!channel>',
  '<@U1>',
  '**[a](https://a.b)**',
  '\u202e',
  '\0',
  '||',
  '`',
  '# ',
  '<b>',
  '\ud800',
];
const long = traps.map((trap) => trap.repeat(Math.ceil(10_000 / trap.length)));
const hostile = fc.oneof(
  { arbitrary: anyText, weight: 5 },
  { arbitrary: fc.constantFrom(...long), weight: 1 },
);
const runs = { numRuns: 40, interruptAfterTimeLimit: 15_000 };

/** What reaches a platform is within its limits and mentions nobody. */
function isHarmless(message: Message): void {
  for (const payload of renderForDiscord(message)) {
    expect(checkDiscord(payload)).toEqual([]);
    expect(payload.allowed_mentions).toEqual({ parse: [] });
    expect(payload.content).not.toMatch(/@(everyone|here)|<@[!&]?\d/);
  }
  for (const payload of renderForSlack(message)) {
    expect(checkSlack(payload)).toEqual([]);
    expect(payload.text).not.toMatch(/<[!@#]/);
    for (const block of payload.blocks)
      if (block.type === 'context') expect(JSON.stringify(block)).not.toMatch(/<[!@#]/);
  }
  expect(String(renderForPlayground(message))).not.toMatch(/<b>|<script/i);
}

describe('any text', () => {
  test('as a question, a mention or a message to look up is answered and pings nobody', () => {
    const members = [member([biology], 'open'), member([biology], 'quiet')];
    fc.assert(
      fc.property(hostile, (text) => {
        for (const who of members)
          for (const seen of [who.types(`/biology ${text}`), who.says(text), who.picksFromMenu(text)])
            isHarmless(seen.message);
      }),
      runs,
    );
  }, 60_000);

  test.each([
    ['plain notes', (text: string) => ({ 'notes.md': text })],
    [
      'notes with a topic',
      (text: string) => ({
        'notes.md': `# ${text}\n\n## Shield\n- ${text}\n- stops floods\n\n## Waf\n- ${text}`,
      }),
    ],
    [
      'a topic file',
      (text: string) => ({
        'shield.md': `---\nname: Shield\n---\n${text}\n\n## Facts\n- ${text}\n\n## Tips\n- ${text}\n`,
      }),
    ],
    [
      'a topic’s name',
      (text: string) => ({
        'shield.md': `---\nname: ${JSON.stringify(text)}\naliases: [${JSON.stringify(text)}]\n---\nText.\n`,
      }),
    ],
  ])(
    'as %s is read, shown and pings nobody',
    (_, files) => {
      fc.assert(
        fc.property(hostile, (text) => {
          const bytes = Object.entries(files(text)).map(([path, one]) => ({
            path,
            bytes: new TextEncoder().encode(one),
          }));
          const { deck } = readDeck('test', bytes);
          if (!deck || deck.topics.length === 0) return;
          const who = member([deck], 'quiet');
          isHarmless(who.types('/test').message);
          for (const { id } of deck.topics.slice(0, 5)) {
            isHarmless(who.clicksId(`test:show:${id}:public`).message);
            isHarmless(who.clicksId(`test:more:${id}`).message);
          }
        }),
        runs,
      );
    },
    60_000,
  );
});
