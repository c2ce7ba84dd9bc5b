import { slips } from '../search/distance.ts';
import { wordsOf } from '../search/text.ts';
import { zonesOfCountries } from './countries.ts';
import { isZone, zoneNamed } from './zone.ts';
import { LINKS, RENAMED } from './zone-names.ts';
import { PLACES } from './zone-places.ts';

/** A zone to choose; its label is its name. */
export interface FoundZone {
  label: string;
  value: string;
}

/** A zone with all that it is asked for by, folded. */
interface Place {
  zone: string;
  whole: string;
  /** Its city, and what stands for it in `PLACES`. */
  names: readonly string[];
  /** For telling whether two names mean the same zone. */
  moment: Temporal.ZonedDateTime;
}

/** Shorter words are not taken for misspelt ones. */
const FEWEST = 4;

/** Read when first asked for, so that no start waits for it. */
let known: readonly Place[] | undefined;

/**
 * The zones that somebody may mean who typed so much, best first: by name, city, country or its code, usual abbreviation, or offset ("utc+2",
 * "+05:30"). Where nothing fits, one slip is forgiven. Each zone comes once, by the name that fits best; without anything typed, those
 * come that are asked for most.
 */
export function findZones(typed: string, limit: number): FoundZone[] {
  const exact = offsetIn(typed) ?? zoneNamed(typed);
  const isListed = exact === undefined || places().some(({ zone }) => zone === exact);
  const found = isListed ? placesFor(fold(typed), limit) : [exact];
  return found.slice(0, limit).map((zone) => ({ label: zone, value: zone }));
}

function placesFor(wanted: string, limit: number): string[] {
  if (wanted === '') return distinct(places(), limit);
  const parts = wanted.split(' ');
  const fitting = [
    ...placesThat((name) => name === wanted),
    ...placesThat((name) => name.startsWith(wanted)),
    ...placesThat((name) => parts.every((part) => ` ${name}`.includes(` ${part}`))),
  ];
  const mayBeMisspelt = fitting.length === 0 && wanted.length >= FEWEST && !/\p{N}/u.test(wanted);
  return distinct(mayBeMisspelt ? placesThat((name) => slips(name, wanted, 1) <= 1) : fitting, limit);
}

/** Those of which a name, or a name of their country, fits. */
function placesThat(fits: (name: string) => boolean): Place[] {
  const inCountry = new Set(zonesOfCountries(fits).map((zone) => RENAMED.get(zone) ?? zone));
  return places().filter(({ zone, whole, names }) => fits(whole) || names.some(fits) || inCountry.has(zone));
}

/** The first names of as many different zones. */
function distinct(places: readonly Place[], limit: number): string[] {
  const kept: Place[] = [];
  for (const place of places) {
    if (kept.length === limit) break;
    if (!kept.some(({ moment }) => moment.equals(place.moment))) kept.push(place);
  }
  return kept.map(({ zone }) => zone);
}

function places(): readonly Place[] {
  known ??= zoneNames().map((zone) => ({
    zone,
    whole: fold(zone),
    names: [zone.slice(zone.lastIndexOf('/') + 1), ...(PLACES.get(zone) ?? [])].map(fold),
    moment: new Temporal.ZonedDateTime(0n, zone),
  }));
  return known;
}

/** What is asked for most, then all in use, then old names and links, as far as this version of Temporal knows them. */
function zoneNames(): string[] {
  const listed = Intl.supportedValuesOf('timeZone').filter((zone) => !zone.startsWith('Etc/'));
  const current = [...listed, ...RENAMED.values()].filter((zone) => !RENAMED.has(zone)).sort();
  return [...new Set([...PLACES.keys(), ...current, ...RENAMED.keys(), ...LINKS])].filter(isZone);
}

/** `utc+2` as `+02:00`. */
function offsetIn(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '').replace(/[−–]/, '-');
  const [, sign, hours, minutes = '00'] = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text) ?? [];
  return hours === undefined ? undefined : zoneNamed(`${sign}${hours.padStart(2, '0')}:${minutes}`);
}

function fold(text: string): string {
  return wordsOf(text).join(' ');
}
