import { openStore } from '../../src/store/open.ts';
import type { StoreSettings } from '../../src/store/probe.ts';

const MINUTE = 60_000;
/** Subscriptions that are stored together. */
const TOGETHER = 500;

/** Stores a daily tip for each channel, all of them due since the last full minute. */
export async function subscribe(settings: StoreSettings, channels: readonly string[]): Promise<void> {
  const store = await openStore({ ...settings, now: Date.now });
  const at = Math.floor(Date.now() / MINUTE) * MINUTE;
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const schedule = { time, zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] } as const;
  for (let from = 0; from < channels.length; from += TOGETHER)
    await store.transaction(async ({ subscriptions }) => {
      for (const channel of channels.slice(from, from + TOGETHER))
        await subscriptions.put({
          id: `tip-${channel}`,
          platform: 'discord',
          place: `discord:${channel}`,
          kind: 'tip',
          schedule,
          subject: { deck: 'aws', title: 'AWS' },
          by: { id: 'discord:1', name: 'Ana' },
          due: { date: moment.toPlainDate().toString(), at },
        });
    });
  await store.close();
}
