import { expect, test } from 'vitest';
import { slackTable } from '../slack.ts';
import type { Time } from '../time.ts';
import { playThrough } from './play.ts';

type Socket = Awaited<ReturnType<typeof slackTable>>['slack']['socket'];

const troubles: [string, (socket: Socket) => void][] = [
  ['warns that it will end the connection', (socket) => socket.disconnect('warning')],
  ['asks for a new connection', (socket) => socket.disconnect('refresh_requested')],
  ['ends the connection without a word', (socket) => socket.die('cut')],
  ['says nothing on it any more', (socket) => socket.die('silent')],
];
const table = (time: Time) => slackTable(time, { history: true });

test.each(troubles)('Slack’s socket: Slack %s in the middle of a round', async (_, trouble) => {
  await playThrough(table, ({ slack }) => {
    trouble(slack.socket);
    return () => expect(slack.faults).toEqual([]);
  });
});

test('Slack’s socket: where there are as many connections as there may be, it asks again, and not without a pause', async () => {
  await playThrough(table, ({ slack }) => {
    const tries = () => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    const before = tries();
    slack.socket.full = true;
    slack.socket.disconnect('refresh_requested');
    setTimeout(() => {
      slack.socket.full = false;
    }, 4000);
    return () => expect(tries() - before).toBeLessThan(6);
  });
});
