import type { Random } from '../../src/core/quiz/random.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Stands in all that members say: what they say is in no log. */
export const WORDS = 'correct horse battery staple';

const strange: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => '',
  () => '-1',
  () => 'NaN',
  () => '__proto__',
  () => 'constructor',
  () => '\u0000\u202e\ud800',
  () => '@everyone <!channel> **[x](http://x)',
  () => '18446744073709551616',
  () => '%41',
  () => ':'.repeat(90),
  () => 'long '.repeat(2000),
  () => [],
  () => [[[[]]]],
  () => Array.from({ length: 500 }, () => null),
  () => ({}),
  () => ({ toString: 1, valueOf: 1, length: -1, name: 'x' }),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
];

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** A copy with one to three of its parts missing, of another type, too many or too long. */
export function spoilt(random: Random, value: Json): Json {
  const copy = structuredClone(value);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const parts = partsOf(copy);
    if (parts.length === 0) return pick(random, strange)();
    const { holder, name } = pick(random, parts);
    const part = Reflect.get(holder, name);
    const kind = random();
    if (kind < 0.3) Reflect.deleteProperty(holder, name);
    else if (kind < 0.4) Reflect.set(holder, name, [part, part]);
    else Reflect.set(holder, name, pick(random, strange)());
  }
  return copy;
}

/** A text cut off somewhere, or with something in it that does not belong there. */
export function garbled(random: Random, text: string): string {
  const at = Math.floor(random() * text.length);
  if (random() < 0.6) return text.slice(0, at);
  return text.slice(0, at) + pick(random, ['\u0000', '"', '}', '[', '\\u00', '\ud800']) + text.slice(at);
}

/** Something that is no event of anybody's. */
export function rubbish(random: Random): string {
  return pick(random, [
    '',
    'null',
    '[]',
    '0',
    '""',
    '{',
    'NaN',
    '{}',
    '"disconnect"',
    `{"a":${'['.repeat(5000)}`,
  ]);
}

/** All places in a value that hold something, however deep. */
function partsOf(value: Json): { holder: object; name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [{ holder: value, name }, ...partsOf(part)]);
}
