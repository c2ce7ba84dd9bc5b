import { describe, expect, test } from 'vitest';
import { PlatformError } from '../../../src/chat/errors.ts';
import type { Outlook, Watched } from '../../../src/chat/examination.ts';
import { examinePlaces, watchedOn } from '../../../src/cli/doctor/places.ts';
import type { Held } from '../../../src/store/holding.ts';
import { about } from '../../adapters/means.ts';

const tip = { kind: 'tip' } as const;
const paused = (why: 'asked' | 'refused') => ({ ...tip, paused: why });
const closed: Outlook = { name: '#a', state: 'closed', why: 'Mend it.' };
const gone: Outlook = { name: '#a', state: 'gone', why: 'It is gone.' };
const open: Outlook = { name: '#a', state: 'open' };

const found = async (posts: Watched['posts'], outlook: Outlook) =>
  (await examinePlaces([{ place: '1', posts }], { look: async () => outlook, most: 9 })).map(
    ({ state, about, sentence }) => `${state} ${about}: ${sentence}`,
  );

describe('a place', () => {
  test('that takes what is due is counted, not listed', async () => {
    expect(await found([tip], open)).toEqual(['fine Channels: in 1 channel it may post what is due there.']);
  });

  test('that refuses is a fault, also when that has paused it', async () => {
    expect(await found([tip, { kind: 'question' }], closed)).toEqual([
      'fault #a: the tip of the day and the question of the day cannot be posted. Mend it.',
    ]);
    expect(await found([paused('refused')], closed)).toEqual([
      expect.stringMatching(/^fault #a: .* Mend it\. Then type `\/tips resume` there/),
    ]);
  });

  test('that is gone is a fault until it is paused', async () => {
    expect(await found([tip], gone)).toEqual(['fault #a: the tip of the day cannot be posted. It is gone.']);
    expect(await found([paused('refused')], gone)).toEqual([
      'note #a: posting of the tip of the day is paused. It is gone.',
    ]);
  });

  test('where something is paused is noted, with why', async () => {
    expect(await found([paused('asked')], closed)).toEqual([expect.stringMatching(/^note #a: .*is paused/)]);
    expect(await found([paused('asked')], open)).toEqual([
      'note #a: Somebody has paused the tip of the day. `/tips resume` there goes on.',
    ]);
    expect(await found([paused('refused'), { kind: 'question', paused: 'asked' }], open)).toEqual([
      'note #a: posting of the tip of the day was paused after a day of refusals. It is possible again now. Somebody has paused the question of the day. `/tips resume` there goes on.',
    ]);
  });

  test('of which nobody can know is noted, those with one reason together', async () => {
    const places = [1, 2, 3].map((place) => ({ place: `${place}`, posts: [tip] }));
    const look = async ({ place }: Watched): Promise<Outlook> =>
      place === '3' ? open : { name: place, state: 'unknown', why: 'Nobody knows.' };
    expect(await examinePlaces(places, { look, most: 9 })).toEqual([
      { state: 'fine', about: 'Channels', sentence: expect.stringContaining('1 channel ') },
      { state: 'note', about: '2 channels', sentence: 'Nobody knows.' },
    ]);
  });
});

describe('many places', () => {
  const many = Array.from({ length: 30 }, (_, place) => ({ place: `${place}`, posts: [tip] }));

  test('are not all asked about, and not all listed', async () => {
    const all = await examinePlaces(many, { look: async () => closed, most: 25 });
    expect(about(all, '#a')).toHaveLength(20);
    expect(about(all, 'Channels')).toEqual([
      'fault: 5 others like these; mend these first.',
      expect.stringMatching(/^note: of 30 channels, 25 were looked at\./),
    ]);
  });

  test('are left when there is no use in asking on', async () => {
    let asked = 0;
    const look = async () => {
      asked += 1;
      if (asked > 12) throw new PlatformError('Slack asks to wait.');
      return open;
    };
    expect(about(await examinePlaces(many, { look, most: 25 }), 'Channels')).toEqual([
      expect.stringContaining('in 10 channels'),
      'note: of 30 channels, 10 were looked at. Slack asks to wait.',
    ]);
    expect(asked).toBe(15);
  });

  test('cannot be asked about where the platform does not let us in; none is fine', async () => {
    expect(await examinePlaces(many, undefined)).toMatchObject([{ state: 'note' }]);
    expect(await examinePlaces([], undefined)).toMatchObject([{ state: 'fine' }]);
  });
});

test('subscriptions of a place are one, with the platform’s own ids, those that refuse first', () => {
  const held = (place: string, kind: Held['kind'], refusing: boolean): Held => ({
    platform: 'discord',
    place: `discord:${place}`,
    server: 'discord:9',
    kind,
    paused: refusing ? 'refused' : null,
    refusing,
  });
  const slack: Held = { ...held('4', 'tip', false), platform: 'slack' };
  expect(
    watchedOn('discord', [
      held('1', 'tip', false),
      slack,
      held('2', 'tip', true),
      held('1', 'question', false),
    ]),
  ).toEqual([
    { place: '2', server: '9', posts: [{ kind: 'tip', paused: 'refused' }] },
    { place: '1', server: '9', posts: [{ kind: 'tip' }, { kind: 'question' }] },
  ]);
});
