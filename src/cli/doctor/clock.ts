import { type Finding, fault, fine, note, type Reading } from '../../chat/examination.ts';

/** Milliseconds off that matter to nobody, and that spoil every question. */
const HARMLESS = 2000;
const RUINOUS = 30_000;

const ABOUT = 'This machine';

const say = {
  unasked:
    'nobody who was asked has told the time. Questions and tips go by its clock: see that it is kept by NTP.',
  mend: 'Let its clock be kept by NTP (with systemd: `sudo timedatectl set-ntp true`), then look at it with `timedatectl`.',
  ruinous: 'questions close and tips come at the wrong moment.',
};

/**
 * How far our clock certainly is ahead of another one; behind it, where negative. 0 where the answer took too long to tell.
 *
 * @returns milliseconds
 */
export function skewOf({ sent, received, from, to }: Reading): number {
  if (sent > to) return sent - to;
  return received < from ? received - from : 0;
}

/** Our clock beside those that were asked, by the name of whose each is. */
export function clockFindings(readings: ReadonlyMap<string, Reading>): Finding[] {
  if (readings.size === 0) return [note(ABOUT, say.unasked)];
  return [...readings].map(([whose, reading]) => {
    const skew = skewOf(reading);
    const off = `${(Math.abs(skew) / 1000).toFixed(1)} seconds ${skew > 0 ? 'ahead of' : 'behind'} ${whose}`;
    if (Math.abs(skew) > RUINOUS) return fault(ABOUT, `${off}: ${say.ruinous} ${say.mend}`);
    return Math.abs(skew) > HARMLESS
      ? note(ABOUT, `${off}. ${say.mend}`)
      : fine(ABOUT, `in step with ${whose}.`);
  });
}
