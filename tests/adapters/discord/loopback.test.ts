import { describe, expect, onTestFinished, test } from 'vitest';
import { kinds, startDiscord } from '../../servers/discord.ts';

const ana = { id: '5', name: 'Ana', where: 'server' as const };
const hello = { type: 4, data: { content: 'Hello' } };

/** A Discord with one interaction on it, and a way to answer it as a program would. */
async function withInteraction() {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const discord = await startDiscord({ now: () => clock.now });
  onTestFinished(() => discord.close());
  const { id, token } = discord.interact(kinds.command, ana, { id: '1', name: 'aws', type: 1 });
  const send = async (method: string, path: string, body: object, authorization = '') => {
    const response = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization },
      body: JSON.stringify(body),
    });
    return response.status === 204
      ? 204
      : [response.status, ((await response.json()) as { code?: number }).code];
  };
  return {
    clock,
    discord,
    send,
    answer: (body: object) => send('POST', `/interactions/${id}/${token}/callback`, body),
    followUp: (body: object) => send('POST', `/webhooks/100/${token}`, body),
  };
}

describe('the Discord of the tests refuses what Discord refuses', () => {
  test('a second answer', async () => {
    const { answer } = await withInteraction();
    expect(await answer(hello)).toBe(204);
    expect(await answer(hello)).toEqual([400, 40060]);
  });

  test('an answer after three seconds, and a follow-up after a quarter of an hour', async () => {
    const { answer, followUp, clock } = await withInteraction();
    clock.now += 3001;
    expect(await answer(hello)).toEqual([404, 10062]);
    clock.now -= 1;
    expect(await answer(hello)).toBe(204);
    clock.now += 15 * 60_000;
    expect(await followUp({ content: 'Still there?' })).toEqual([401, 50027]);
  });

  test('a follow-up before any answer', async () => {
    const { followUp } = await withInteraction();
    expect(await followUp({ content: 'Hello' })).toEqual([404, 10015]);
  });

  test.each([
    ['nothing at all', {}, 50006],
    ['blanks alone', { content: ' \n ' }, 50006],
    ['2,001 characters', { content: 'x'.repeat(2001) }, 50035],
    ['a blank embed', { content: 'x', embeds: [{ description: ' ' }] }, 50035],
    [
      'embeds of more than 6,000 characters in all',
      { embeds: [4000, 2001].map((size) => ({ description: 'x'.repeat(size) })) },
      50035,
    ],
    ['six buttons in a row', { components: [row(6)] }, 50035],
    ['six rows', { components: Array.from({ length: 6 }, (_, index) => row(1, index)) }, 50035],
    ['one id twice', { components: [row(1), row(1)] }, 50035],
    ['flags of its own', { content: 'x', flags: 2 }, 50035],
  ])('%s', async (_what, data, code) => {
    const { answer } = await withInteraction();
    expect(await answer({ type: 4, data })).toEqual([400, code]);
  });

  test('an update where nothing was clicked, and an answer of another kind', async () => {
    const { answer } = await withInteraction();
    expect(await answer({ type: 7, data: { content: 'x' } })).toEqual([400, 50035]);
    expect(await answer({ type: 8, data: { choices: [] } })).toEqual([400, 50035]);
  });

  test('a stranger, and commands of a wrong shape', async () => {
    const { send, discord } = await withInteraction();
    expect(await send('PUT', '/applications/100/commands', [], 'Bot a.b.c')).toEqual([401, 0]);
    const command = { type: 1, name: 'AWS', description: 'x', contexts: [0], integration_types: [0] };
    const token = `Bot ${discord.settings.token}`;
    expect(await send('PUT', '/applications/100/commands', [command], token)).toEqual([400, 50035]);
    expect(await send('PUT', '/applications/100/commands', [{ ...command, name: 'aws' }], token)).toEqual([
      200,
      undefined,
    ]);
  });
});

describe('what the bot posts by itself', () => {
  const posting = async () => {
    const { discord, send, clock } = await withInteraction();
    const token = `Bot ${discord.settings.token}`;
    const post = (body: object, channel = discord.channel) =>
      send('POST', `/channels/${channel.id}/messages`, body, token);
    const sees = () => discord.member('Ben').sees().length;
    return { discord, clock, post, send, token, sees };
  };

  test('is posted once with a nonce that is enforced, for some minutes', async () => {
    const { post, sees, clock } = await posting();
    const body = { content: 'Hello', nonce: 'a', enforce_nonce: true };
    for (const _ of ['once', 'twice']) expect(await post(body)).toEqual([200, undefined]);
    expect(sees()).toBe(1);
    clock.now += 5 * 60_000;
    await post(body);
    await post({ content: 'Hello', nonce: 'a' });
    expect(sees()).toBe(3);
  });

  test.each([
    ['a nonce of 26 characters', { content: 'x', nonce: 'x'.repeat(26) }, 50035],
    ['a reply to nothing', { content: 'x', message_reference: { message_id: '1' } }, 50035],
    ['nothing at all', {}, 50006],
  ])('is refused: %s', async (_what, body, code) => {
    const { post } = await posting();
    expect(await post(body)).toEqual([400, code]);
  });

  test('loses its embeds where those are not allowed', async () => {
    const { post, discord } = await posting();
    await post({ content: 'x', embeds: [{ description: 'y' }] });
    discord.channel.may.add('EmbedLinks');
    await post({ content: 'x', embeds: [{ description: 'y' }] });
    expect(
      discord
        .member('Ben')
        .sees()
        .map(({ text }) => text),
    ).toEqual(['x', 'x\ny']);
  });

  test('can be changed by the bot alone, and only while it is there', async () => {
    const { send, discord, token } = await posting();
    const theirs = discord.member('Ben').says('Mine').posted.id;
    const path = `/channels/${discord.channel.id}/messages/`;
    expect(await send('PATCH', path + theirs, { content: 'Ours' }, token)).toEqual([403, 50005]);
    expect(await send('PATCH', `${path}1`, { content: 'Ours' }, token)).toEqual([404, 10008]);
    expect(await send('POST', '/channels/1/messages', { content: 'x' }, token)).toEqual([404, 10003]);
    expect(await send('POST', '/users/@me/channels', { recipient_id: '1' }, token)).toEqual([404, 10013]);
  });
});

function row(buttons: number, from = 0) {
  const components = Array.from({ length: buttons }, (_, index) => ({
    type: 2,
    style: 2,
    label: 'x',
    custom_id: `id-${from}-${index}`,
  }));
  return { type: 1, components };
}
