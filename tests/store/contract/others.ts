import { expect, test } from 'vitest';
import { NOW, type TestDatabase } from '../databases.ts';
import { ana, ben } from '../sample.ts';

export function othersContract(database: () => TestDatabase): void {
  test('servers keep their latest settings, found by when they changed', async () => {
    const { servers } = await database().open();
    const settings = {
      starters: 'moderators',
      hiddenDecks: ['notes', 'ümlaut "'],
      lookups: 'private',
    } as const;
    await servers.put('discord:a', { starters: 'everyone', hiddenDecks: [] }, NOW);
    await servers.put('discord:b', { starters: 'everyone', hiddenDecks: [] }, NOW + 1);
    await servers.put('discord:a', settings, NOW + 2);
    expect(await servers.changedSince(0)).toHaveLength(2);
    expect(await servers.changedSince(NOW + 2)).toEqual([{ server: 'discord:a', settings, at: NOW + 2 }]);
    expect(await servers.changedSince(NOW + 3)).toEqual([]);
  });

  test('reports are listed the latest first, of one server or of all', async () => {
    const { reports } = await database().open();
    const report = { deck: 'aws', question: 'q1', player: ana.id, at: NOW };
    await reports.add({ ...report, server: 'discord:a', text: 'first' });
    await reports.add({ ...report, player: ben.id, text: 'sec\0ond \ud800' });
    await reports.add({ ...report, server: 'discord:a', text: 'third' });
    expect((await reports.list('discord:a', 10)).map(({ text }) => text)).toEqual(['third', 'first']);
    const [third, second] = await reports.list(undefined, 2);
    expect(third).toEqual({ ...report, id: third?.id, server: 'discord:a', text: 'third' });
    expect(second).toEqual({ ...report, player: ben.id, id: second?.id, text: 'second \ufffd' });
    expect(await reports.since(ana.id, NOW)).toBe(2);
    expect(await reports.since(ana.id, NOW + 1)).toBe(0);
  });

  test('members are hidden in one server, and shown again', async () => {
    const { members } = await database().open();
    await members.hide('discord:a', ana.id, true);
    await members.hide('discord:a', ana.id, true);
    expect(await members.hidden('discord:a', ana.id)).toBe(true);
    expect(await members.hidden('discord:b', ana.id)).toBe(false);
    await members.hide('discord:a', ana.id, false);
    expect(await members.hidden('discord:a', ana.id)).toBe(false);
  });
}
