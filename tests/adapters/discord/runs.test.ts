import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, printLine, type Run } from '../../../src/adapters/discord/runs.ts';

const run: fc.Arbitrary<Run> = fc.record(
  {
    text: fc.oneof(fc.constantFrom('', ' ', '\t ', 'shield', '`', '*'), fc.string({ maxLength: 4 })),
    strong: fc.boolean(),
    emphasis: fc.boolean(),
    code: fc.boolean(),
    url: fc.constant('https://example.com/'),
  },
  { requiredKeys: ['text'] },
);

test('a line is blank exactly when nothing of it is printed', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
      expect(isBlank(runs)).toBe(printLine(runs) === '');
    }),
  );
});
