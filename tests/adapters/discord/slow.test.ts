import { describe, expect, test } from 'vitest';
import { DEFER_AFTER } from '../../../src/adapters/discord/answer.ts';
import { render } from '../../../src/adapters/discord/render.ts';
import { defineCommand } from '../../../src/chat/command.ts';
import { UserError } from '../../../src/chat/errors.ts';
import type { Event } from '../../../src/chat/event.ts';
import type { Message } from '../../../src/chat/message.ts';
import { privately, publicly } from '../../../src/chat/reply.ts';
import { kinds } from '../../servers/discord.ts';
import { hosted } from './hosting.ts';
import { browse, lookup, say, testChat } from './study-commands.ts';

describe('slow answers', () => {
  /** A command whose message comes when the test says so, and a clock that is always past the time to wait. */
  const slow = (visibility: 'public' | 'private') => {
    const coming = Promise.withResolvers<Message>();
    const reply = {
      ...(visibility === 'public' ? publicly : privately)([], 'slow'),
      message: coming.promise,
    };
    const command = defineCommand({
      ...lookup,
      run: () => reply,
      actions: { ...lookup.actions, turn: () => ({ ...reply, replace: true }) },
    });
    const taken: string[] = [];
    const chat = {
      ...testChat([command]),
      arrived:
        () =>
        ({ id }: Event) =>
          void taken.push(id),
    };
    return { coming, taken, hosting: { chat, after: only(DEFER_AFTER) } };
  };
  const deferrals = (discord: Awaited<ReturnType<typeof hosted>>['discord']) =>
    discord.requests.filter(({ body }) =>
      [5, 6].includes((body as { type?: number } | undefined)?.type ?? 0),
    );

  test.each(['public', 'private'] as const)(
    '%s: a placeholder first, then the message in its place',
    async (visibility) => {
      const { coming, taken, hosting } = slow(visibility);
      const { discord } = await hosted(hosting);
      const answer = discord.member('Ana').types('aws');
      await discord.until(() => deferrals(discord).length === 1);
      await expect.poll(() => taken).toHaveLength(1);
      coming.resolve(say('Here it is'));
      expect(await answer).toMatchObject({ text: 'Here it is', private: visibility === 'private' });
      expect(discord.member('Ben').sees()).toHaveLength(visibility === 'public' ? 1 : 0);
      expect(taken).toHaveLength(1);
    },
  );

  test.each(['public', 'private'] as const)(
    '%s: what went wrong is said to the asker alone',
    async (visibility) => {
      const { coming, hosting } = slow(visibility);
      const { discord } = await hosted(hosting);
      const answer = discord.member('Ana').types('aws');
      await discord.until(() => deferrals(discord).length === 1);
      coming.reject(new UserError('Not today.'));
      expect(await answer).toMatchObject({ text: 'Not today.', private: true });
      expect(discord.member('Ben').sees()).toEqual([]);
    },
  );

  test.each([
    ['in its place', (coming: PromiseWithResolvers<Message>) => coming.resolve(say('Page 2')), ['Page 2']],
    [
      'or stays, and what went wrong stands under it',
      (coming: PromiseWithResolvers<Message>) => coming.reject(new UserError('No more pages.')),
      ['More on AWS WAF', 'No more pages.'],
    ],
  ])('a page is turned %s', async (_how, settle, expected) => {
    const { coming, hosting } = slow('private');
    const { discord } = await hosted(hosting);
    const ana = discord.member('Ana');
    const more = await ana.clicks(discord.post(render(browse)[0]), 'AWS WAF');
    const next = ana.clicks(more, 'Next');
    await discord.until(() => deferrals(discord).length === 1);
    settle(coming);
    await next;
    expect(ana.sees().map(({ text }) => text)).toEqual(['Topics', ...expected]);
  });

  test('one that is there in time is sent at once', async () => {
    const reply = { ...publicly([], 'exact'), message: Promise.resolve(say('Soon')) };
    const command = defineCommand({ ...lookup, run: () => reply });
    const { discord } = await hosted({ chat: testChat([command]), after: only() });
    expect((await discord.member('Ana').types('aws')).text).toBe('Soon');
    expect(deferrals(discord)).toEqual([]);
  });

  test('one that nobody can take any more is one warning', async () => {
    let time = Date.UTC(2026, 10, 22);
    const { hosting } = slow('public');
    const after = (ms: number) => {
      if (ms === DEFER_AFTER) time += 3001;
      return hosting.after(ms);
    };
    const { discord, logged, warned } = await hosted({ ...hosting, after, now: () => time });
    const member = { id: '9', name: 'Ana', where: 'server' as const };
    discord.interact(kinds.command, member, { id: '1', name: 'aws', type: 1 });
    expect(await warned).toContain('too late');
    expect(logged.filter(({ level }) => level !== 'info')).toHaveLength(1);
  });
});

/** A clock on which only these times have come. */
function only(...over: number[]) {
  return (ms: number) => (over.includes(ms) ? Promise.resolve() : new Promise<never>(() => {}));
}
