import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/chat/event.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message } from '../../../src/chat/message.ts';
import { SendError } from '../../../src/chat/port.ts';
import { openRoom } from './room.ts';
import { standingIn } from './streamed.ts';

const says = (words: string): Message => [{ kind: 'text', text: text(words) }];
const question = { place: 'study', message: says('Which?'), key: 'question-1' };

describe('a post', () => {
  test('stands in its place, with the playground’s time', async () => {
    const { web, port } = openRoom();
    const posted = await port.post(question);
    expect(posted.at).toBe(1_800_000_000_000);
    expect(await standingIn(web)).toEqual([
      {
        ...posted,
        place: 'study',
        html: '<p>Which?</p>',
        payloads: { discord: { discord: 1 }, slack: ['slack'] },
      },
    ]);
  });

  test('of the same key is the same post, tried one after another or at once', async () => {
    const { web, port } = openRoom();
    const [first, ...others] = await Promise.all([port.post(question), port.post(question)]);
    others.push(await port.post({ ...question, message: says('Another try') }));
    expect(others).toEqual([first, first]);
    expect(await standingIn(web)).toMatchObject([{ html: '<p>Which?</p>' }]);
  });

  test('of the same key in another place is another', async () => {
    const { web, port } = openRoom();
    await port.post(question);
    await port.post({ ...question, place: 'lounge' });
    expect(await standingIn(web)).toHaveLength(2);
  });

  test('says what it answers, whether that stands or not', async () => {
    const { web, port } = openRoom();
    const { id } = await port.post(question);
    await port.post({ ...question, key: 'reveal-1', replyTo: id });
    await port.post({ ...question, key: 'reveal-2', replyTo: 'long-gone' });
    expect(await standingIn(web)).toMatchObject([{}, { replyTo: id }, { replyTo: 'long-gone' }]);
  });

  test('is found by its key, or is certainly not there', async () => {
    const { port } = openRoom();
    expect(await port.find(question, 0)).toBe('absent');
    const posted = await port.post(question);
    expect(await port.find(question, 0)).toEqual(posted);
  });

  test('goes when 200 later ones stand in its place', async () => {
    const { web, port } = openRoom();
    const first = await port.post(question);
    for (let at = 1; at <= 200; at++) await port.post({ ...question, key: `later-${at}` });
    await port.post({ ...question, place: 'lounge' });
    const standing = await standingIn(web);
    expect(standing.filter(({ place }) => place === 'study')).toHaveLength(200);
    expect(standing.map(({ id }) => id)).not.toContain(first.id);
  });
});

describe('an edit', () => {
  test('takes the place of what the post said', async () => {
    const { web, port } = openRoom();
    const { id, at } = await port.post(question);
    await port.edit('study', id, says('Closed.'));
    expect(await standingIn(web)).toMatchObject([{ id, at, html: '<p>Closed.</p>' }]);
  });

  test.each([
    ['study', 'nobody-knows'],
    ['lounge', 'id-1'],
  ])('is refused in %s of %s', async (place, id) => {
    const { port } = openRoom();
    await port.post(question);
    const refused = await port.edit(place, id, says('Closed.')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SendError);
    expect(refused).toMatchObject({ failure: { kind: 'refused' } });
  });
});

test('a direct message stands in that member’s own conversation', async () => {
  const { web, port } = openRoom();
  await port.direct('ben', says('I cannot post there.'), 'tell-1');
  await port.direct('ben', says('I cannot post there.'), 'tell-1');
  expect(await standingIn(web)).toMatchObject([{ place: 'direct-ben', html: '<p>I cannot post there.</p>' }]);
});

test.each([
  ['ana', { moderates: true, manages: true }],
  ['ben', { moderates: false, manages: false }],
])('%s may do this: %j', async (id, permissions) => {
  const event: Event = {
    id: 'event',
    platform: 'playground',
    manner: 'open',
    actor: { id, name: id },
    place: { id: 'study', direct: false },
    at: 0,
    input: { kind: 'home' },
  };
  expect(await openRoom().port.permissions(event)).toEqual(permissions);
});
