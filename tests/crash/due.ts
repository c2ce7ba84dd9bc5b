import { openStore } from '../../src/store/open.ts';

const MINUTE = 60_000;

/** Stores a daily tip for each channel of Discord that is due now, by the machine's clock. */
export async function tipsDue(databaseUrl: string, channels: readonly string[]): Promise<void> {
  const store = await openStore({ databaseUrl, dataDir: '.', now: Date.now });
  const at = Math.floor(Date.now() / MINUTE) * MINUTE;
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  await store.transaction(async ({ subscriptions }) => {
    for (const channel of channels)
      await subscriptions.put({
        id: `tip-${channel}`,
        platform: 'discord',
        place: `discord:${channel}`,
        kind: 'tip',
        schedule: { time, zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] },
        subject: { deck: 'sums', title: 'Sums' },
        by: { id: 'discord:1', name: 'Ana' },
        due: { date: now.toPlainDate().toString(), at },
      });
  });
  await store.close();
}
