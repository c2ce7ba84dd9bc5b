import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DiscordSettings } from '../../../src/adapters/discord/client.ts';
import { partOf } from '../../../src/adapters/discord/part.ts';

type Shards = DiscordSettings['shards'];

const of = (count: number, ...ids: number[]): Shards => ({ ids, count });
const conflict = (own: Shards, ...others: Shards[]) =>
  partOf(own).conflict(others.map((other) => partOf(other).name));

test.each([
  {
    own: 'auto' as const,
    others: ['auto' as const],
    said: 'DISCORD_SHARDS=auto. Give each process its own part: DISCORD_SHARDS=0,1/4 in one, DISCORD_SHARDS=2,3/4 in the next.',
  },
  {
    own: of(4, 0, 1),
    others: ['auto' as const],
    said: 'DISCORD_SHARDS=auto. Give each process its own part: DISCORD_SHARDS=0,1/4 in one, DISCORD_SHARDS=2,3/4 in the next.',
  },
  {
    own: 'auto' as const,
    others: [of(4, 0, 1)],
    said: 'DISCORD_SHARDS=0,1/4. Give this one shards that no other has: DISCORD_SHARDS=2,3/4.',
  },
  {
    own: of(4, 1, 2),
    others: [of(4, 3), of(4, 0, 1)],
    said: 'DISCORD_SHARDS=0,1/4. Give this one shards that no other has: DISCORD_SHARDS=2/4.',
  },
  {
    own: of(2, 1),
    others: [of(4, 0)],
    said: 'DISCORD_SHARDS=0/4. Give this one shards that no other has: DISCORD_SHARDS=1,2,3/4.',
  },
  {
    own: of(2, 1),
    others: [of(2, 0), of(2, 1)],
    said: 'DISCORD_SHARDS=1/2. Give each process its own part: DISCORD_SHARDS=0,1/4 in one, DISCORD_SHARDS=2,3/4 in the next.',
  },
])('$own beside $others is refused with what to write instead', ({ own, others, said }) => {
  expect(conflict(own, ...others)).toBe(`Another process on this database already runs Discord with ${said}`);
});

test('what is proposed can be written, and conflicts with nobody', () => {
  const parts = fc.integer({ min: 1, max: 8 }).chain((count) => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1 });
    return fc.array(
      ids.map((some) => of(count, ...some)),
      { minLength: 1, maxLength: 3 },
    );
  });
  fc.assert(
    fc.property(parts, (others) => {
      const [, ids = '', count] =
        /no other has: DISCORD_SHARDS=([\d,]+)\/(\d+)\.$/.exec(conflict('auto', ...others) ?? '') ?? [];
      if (count === undefined) return;
      expect(conflict(of(Number(count), ...ids.split(',').map(Number)), ...others)).toBeUndefined();
    }),
  );
});

test('parts of the same number that share no shard go together, and a process alone is free', () => {
  expect(conflict(of(4, 0, 1), of(4, 2), of(4, 3))).toBeUndefined();
  expect(conflict('auto')).toBeUndefined();
});
