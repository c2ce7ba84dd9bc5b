import fc from 'fast-check';
import { actionId } from '../src/chat/action.ts';
import type { Inline, Markup } from '../src/chat/markup.ts';
import type { Button, Message, Part } from '../src/chat/message.ts';

/** Bits of text that platforms read as something else than text. */
const traps = [
  '@everyone',
  '@here',
  '<@123>',
  '<@!123>',
  '<@&123>',
  '<#123>',
  '</aws:123>',
  '<:shield:123>',
  '<t:1700000000:R>',
  '<!channel>',
  '<!here>',
  '<@U123>',
  '<#C123>',
  '<!subteam^S123>',
  '<!date^1392734382^{date}|x>',
  'https://example.com/a_b*c',
  'discord.gg/abc',
  '[a](https://example.com)',
  '**a**',
  '*a*',
  '__a__',
  '~~a~~',
  '||a||',
  '`a`',
  '```a```',
  '# a',
  '-# a',
  '- a',
  '> a',
  '>>> a',
  '1. a',
  '&amp;',
  ':key:',
  '\\',
  '\u202e',
  '\u0000',
  '\n',
  '\r\n',
  '\ud800',
  '👩‍👩‍👧‍👦',
];

/** Any text: words, traps, and runs so long that they fit into no message. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...traps, ' ', 'a', 'Shield'), { maxLength: 12 })
      .map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('x', 'word ', '* ', '@here', '<', '\\', 'é\n'),
        fc.integer({ min: 1, max: 10_000 }),
      )
      .map(([piece, times]) => piece.repeat(Math.ceil(times / piece.length))),
  },
);

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://example.com/a_(b)*c*?d=`e`|f',
    'https://example.com',
    'https://no host/',
    `https://example.com/${'x'.repeat(3000)}`,
  ),
);

export const markup: fc.Arbitrary<Markup> = fc.letrec<{ markup: Markup; inline: Inline }>((tie) => ({
  markup: fc.array(tie('inline'), { maxLength: 4, depthIdentifier: 'markup' }),
  inline: fc.oneof(
    { depthIdentifier: 'markup', maxDepth: 3 },
    fc.record({ kind: fc.constant('text' as const), text: anyText }),
    fc.record({ kind: fc.constant('code' as const), text: anyText }),
    fc.record({ kind: fc.constant('break' as const) }),
    fc.record({ kind: fc.constant('time' as const), at: fc.integer({ min: 0, max: Date.UTC(2100, 0) }) }),
    fc.record({ kind: fc.constant('strong' as const), children: tie('markup') }),
    fc.record({ kind: fc.constant('emphasis' as const), children: tie('markup') }),
    fc.record({ kind: fc.constant('link' as const), url, children: tie('markup') }),
  ),
})).markup;

const action = fc
  .tuple(fc.constantFrom('aws', 'quiz'), fc.constantFrom('more', 'answer'), fc.string({ maxLength: 8 }))
  .map(([command, verb, arg]) => actionId(command, verb, arg.toWellFormed()));

const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ label: anyText, action, primary: fc.boolean() }),
  fc.record({ label: anyText, url }),
);

const choice = fc
  .uniqueArray(
    fc.record({
      value: fc.string({ minLength: 1, maxLength: 75 }).filter((value) => value.trim() !== ''),
      text: markup,
    }),
    {
      minLength: 2,
      maxLength: 6,
      selector: ({ value }) => value,
    },
  )
  .chain((options) =>
    fc.record({
      kind: fc.constant('choice' as const),
      prompt: anyText,
      action,
      picks: fc.integer({ min: 1, max: options.length }),
      options: fc.constant(options),
    }),
  );

export const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: markup, heading: fc.boolean() }),
  fc.record({
    kind: fc.constant('facts' as const),
    title: markup,
    items: fc.array(markup, { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(anyText, { maxLength: 4 }),
    rows: fc.array(fc.array(markup, { maxLength: 4 }), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('note' as const), text: markup }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30 }) }),
  choice,
  fc.record({
    kind: fc.constant('file' as const),
    name: fc.constantFrom('studyhall.json', 'notes on WAF.md'),
    content: anyText,
  }),
);

/** Any message that the types allow, up to far more than a platform takes at once. */
export const message: fc.Arbitrary<Message> = fc.array(part, { maxLength: 6 });
