import { describe, expect, test } from 'vitest';
import type { Fault } from '../../servers/slack-faults.ts';
import { slackTable } from '../slack.ts';
import { group, SECONDS } from './group.ts';

async function study({ history = true } = {}) {
  const all = await group((time) => slackTable(time, { history }));
  return { ...all, slack: all.table.slack };
}

const recorded = [expect.stringMatching(/^Recorded: /), expect.stringMatching(/^Recorded: /)];
const cut: Fault = { kind: 'cut', moment: 'after' };

describe('everything is there once, in its order, after', () => {
  test.each<[string, Fault]>([
    ['a limit with a time to wait', { kind: 'limited', seconds: 3 }],
    ['a failure of Slack’s', { kind: 'broken', status: 503 }],
    ['a connection that is cut before the effect', { kind: 'cut', moment: 'before' }],
    ['a connection that is cut after the effect', cut],
  ])('%s, at each post and edit', async (_, fault) => {
    const { slack, ana, kinds, sees, answer } = await study();
    slack.breaks('chat.postMessage', fault);
    await ana.starts(1, SECONDS);
    const opening = await sees('opening');
    slack.breaks('chat.postMessage', fault);
    await ana.clicks(opening, 'Start now');
    const question = await sees('question');
    slack.breaks('chat.update', fault);
    slack.breaks('chat.postMessage', fault);
    expect(await answer(question)).toEqual(recorded);
    await sees('reveal');
    slack.breaks('chat.postMessage', fault);
    await sees('end');
    expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
  });
});

test('where the history cannot be read, a question may be there twice, and either takes answers', async () => {
  const { slack, begins, ana, ben, kinds, sees, answer } = await study({ history: false });
  let cuts = 0;
  slack.meddle(({ method, args }, moment) => {
    const isQuestion = method === 'chat.postMessage' && JSON.stringify(args).includes('How much is');
    if (moment === 'before' || !isQuestion || cuts > 0) return undefined;
    cuts += 1;
    return 'cut';
  });
  await begins();
  const [one, other] = [await sees('question'), await sees('question', 2)];
  expect(await ana.clicks(one, 'A  ')).toMatch(/^Recorded: /);
  expect(await ben.clicks(other, 'A  ')).toMatch(/^Recorded: .* 2 have answered/);
  expect((await sees('reveal')).text).toMatch(/(2|none) (of 2 were|was) right/);
  expect(await answer(one)).toEqual(Array(2).fill('That question is closed.'));
  await sees('end');
  expect(kinds()).toEqual(['opening', 'question', 'question', 'reveal', 'end']);
});

test('a round that may no longer post pauses, tells its host, and goes on when it may again', async () => {
  const { slack, begins, sees, answer, ana, until, kinds } = await study();
  await begins(2);
  expect(await answer(await sees('question'))).toEqual(recorded);
  slack.world.alter('C1', { readOnly: true });
  await until(() => ana.letters()[0]);
  expect(ana.letters()).toEqual([expect.stringMatching(/I can no longer post .* so it is paused/)]);
  expect(kinds()).toEqual(['opening', 'question']);
  slack.world.alter('C1', { readOnly: false });
  expect(await ana.orders('resume')).toBe('On we go.');
  expect((await sees('reveal')).text).toMatch(/2 of 2 were right/);
  await answer(await sees('question', 2));
  expect((await sees('end')).text).toMatch(/Ana: 2 right/);
});

test('a round that may no longer post can be stopped', async () => {
  const { slack, time, begins, sees, answer, ana, until } = await study();
  await begins();
  await answer(await sees('question'));
  slack.world.alter('C1', { botIsIn: false });
  await until(() => ana.letters()[0]);
  expect(await ana.orders('stop')).toBe('The round is over.');
  time.skip(61_000); // for so long the channel's own answer is believed
  expect(await ana.starts(1, SECONDS)).toMatch(/I am not in this channel: type \/invite/);
  slack.world.alter('C1', { botIsIn: true });
  expect(await ana.starts(1, SECONDS)).toMatch(/Your round on .* starts here/);
});

test('a question that somebody deletes is revealed all the same', async () => {
  const { slack, begins, sees, answer, kinds } = await study();
  await begins();
  const question = await sees('question');
  expect(await answer(question)).toEqual(recorded);
  for (const seen of slack.posts('C1')) if (seen.id === question.id) slack.world.deleteMessage(seen);
  expect((await sees('reveal')).text).toMatch(/2 of 2 were right/);
  await sees('end');
  expect(kinds()).toEqual(['opening', 'reveal', 'end']);
});

test('where a channel is deleted, the host is told', async () => {
  const { slack, begins, sees, answer, ana, until } = await study();
  await begins();
  await answer(await sees('question'));
  slack.world.deleteChannel('C1');
  await until(() => ana.letters()[0]);
  expect(ana.letters()).toEqual([expect.stringMatching(/I can no longer post/)]);
});

test('where the time to edit is over, the reveal comes all the same', async () => {
  const { slack, begins, sees, answer, kinds } = await study();
  await begins();
  const question = await sees('question');
  expect(await answer(question)).toEqual(recorded);
  slack.world.closeEditWindow();
  await sees('end');
  expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
  expect(await answer(question)).toEqual(Array(2).fill(expect.stringMatching(/^That round is over/)));
});

test('when Slack moves the connection in the middle of a round, nothing is missed', async () => {
  const { slack, begins, sees, answer, kinds } = await study();
  await begins();
  const question = await sees('question');
  slack.socket.disconnect('refresh_requested');
  expect(await answer(question)).toEqual(recorded);
  expect(slack.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
  expect((await sees('reveal')).text).toMatch(/2 of 2 were right/);
  await sees('end');
  expect(kinds()).toEqual(['opening', 'question', 'reveal', 'end']);
  expect(slack.faults).toEqual([]);
});
