import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZone, zoneNamed } from '../../../src/core/tips/zone.ts';
import { LINKS, RENAMED } from '../../../src/core/tips/zone-names.ts';
import { PLACES } from '../../../src/core/tips/zone-places.ts';
import { findZones } from '../../../src/core/tips/zones.ts';
import { allZones } from './clocks.ts';

const found = (typed: string, limit = 3) => findZones(typed, limit).map(({ value }) => value);
const inZone = (zone: string) => new Temporal.ZonedDateTime(0n, zone);
const areSame = (one: string, other: string) => inZone(one).equals(inZone(other));

describe('a name that is typed', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    [' America/new york ', 'America/New_York'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['cet', 'CET'],
    ['Us/EASTERN', 'US/Eastern'],
    ['utc', 'UTC'],
    ['+0530', '+05:30'],
    ['etc/gmt+5', 'Etc/GMT+5'],
  ])('%s is %s', (said, zone) => {
    expect(zoneNamed(said)).toBe(zone);
    expect(isZone(said)).toBe(true);
  });

  test.each(['', 'berlin', 'PST', 'Europe/Atlantis', '+25:00', '2026-01-01T00:00[Europe/Berlin]'])(
    '"%s" is none',
    (said) => {
      expect(zoneNamed(said)).toBeUndefined();
      expect(isZone(said)).toBe(false);
    },
  );
});

describe('what is found first', () => {
  test.each([
    ['Europe/Berlin', ['berlin', 'Berl', 'europe/berlin', 'berln', 'Germany', 'munich', 'DE']],
    ['Asia/Kolkata', ['kolkata', 'india', 'ist', 'kolkatta', 'new delhi', 'Mumbai']],
    [
      'America/New_York',
      ['new york', 'new_york', 'york', 'NEW Y', 'est', 'EDT', 'us', 'usa', 'united states', 'boston'],
    ],
    ['America/Los_Angeles', ['pst', 'los angelos', 'seattle', 'san fran']],
    ['America/Sao_Paulo', ['são paulo', 'sao paulo', 'São', 'brazil']],
    ['Europe/Kyiv', ['kyiv', 'ukraine']],
    ['Asia/Kathmandu', ['nepal', 'kathmandu']],
    ['Asia/Yangon', ['burma', 'myanmar']],
    ['America/Nuuk', ['nuuk']],
    ['Africa/Abidjan', ["Côte d'Ivoire", 'ivory coast']],
    ['America/Port-au-Prince', ['port au prince', 'haiti']],
    ['Europe/London', ['uk', 'bst', 'scotland', 'London']],
    ['Asia/Seoul', ['korea', 'south korea', 'kst']],
    ['Europe/Istanbul', ['turkey', 'Türkiye']],
    ['Australia/Sydney', ['sidney', 'australia', 'aest']],
    ['UTC', ['utc', 'UTC']],
    ['CET', ['cet']],
    ['EST5EDT', ['est5edt']],
    ['Asia/Singapore', ['singapore', 'sg', 'sgt']],
    ['+05:30', ['+05:30', '+5:30', 'UTC+5:30', 'gmt +0530']],
    ['-05:00', ['-5', 'utc-5', 'GMT−5']],
    ['Etc/GMT+5', ['etc/gmt+5']],
  ])('%s', (zone, typed) => {
    expect(typed.map((one) => [one, found(one)[0]])).toEqual(typed.map((one) => [one, zone]));
  });

  test('is every name that Temporal accepts, or one for the same zone', () => {
    const lost = allZones.filter((zone) => !found(zone).some((one) => areSame(one, zone)));
    expect(lost).toEqual([]);
  });

  test('is shown by its name', () => {
    expect(findZones('kolkata', 5)).toEqual([{ label: 'Asia/Kolkata', value: 'Asia/Kolkata' }]);
  });
});

describe('what is found', () => {
  test('has the zones of a country, those first that are asked for most', () => {
    expect(found('united states', 4)).toEqual([
      'America/New_York',
      'America/Chicago',
      'America/Denver',
      'America/Los_Angeles',
    ]);
    expect(found('canada', 25)).toContain('America/St_Johns');
  });

  test('has the fixed time of an abbreviation behind the places that people mean by it', () => {
    expect(found('est', 2)).toEqual(['America/New_York', 'EST']);
  });

  test('is a zone by its name of today', () => {
    expect(found('europe/k', 25)).toContain('Europe/Kyiv');
    expect(found('europe/k', 25)).not.toContain('Europe/Kiev');
  });

  test('is what is asked for most, before anything is typed', () => {
    expect(found('', 25)).toEqual([...PLACES.keys()].slice(0, 25));
  });

  test('is nothing for what is no zone', () => {
    for (const typed of ['narnia', 'zz', '+25', 'gmt 5', 'x'.repeat(200)]) expect(found(typed)).toEqual([]);
  });

  test('whatever is typed: zones as Temporal spells them, each once, no more than asked for', () => {
    const pieces = fc.array(
      fc.constantFrom('america', 'new', 'kong', 'e', 'gm', '+', '5', '/', ' ', 'in', 'ü'),
    );
    const typed = fc.oneof(
      fc.string(),
      pieces.map((some) => some.join('')),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 25 }), (one, limit) => {
        const zones = found(one, limit);
        expect(zones.length).toBeLessThanOrEqual(limit);
        expect(zones.map(zoneNamed)).toEqual(zones);
        const pairs = zones.flatMap((zone, index) =>
          zones.slice(index + 1).map((other) => [zone, other] as const),
        );
        expect(pairs.filter(([zone, other]) => areSame(zone, other))).toEqual([]);
      }),
    );
  });
});

describe('the names that are written down', () => {
  test('are spelled as Temporal does', () => {
    const written = [...RENAMED.keys(), ...RENAMED.values(), ...LINKS, ...PLACES.keys()];
    expect(written.map(zoneNamed)).toEqual(written);
  });

  test('mean zones that Intl names', () => {
    const listed = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
    const strange = LINKS.filter((link) => !listed.some((zone) => areSame(zone, link)));
    expect(strange).toEqual([]);
    expect([...RENAMED].filter(([old, zone]) => !areSame(old, zone))).toEqual([]);
  });
});
