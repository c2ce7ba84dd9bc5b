import { wordsOf } from '../search/text.ts';

/** A country or territory that has time zones of its own. */
interface Country {
  /** Folded: its code, its names in English, short and full, and what else it goes by. */
  names: readonly string[];
  /** As Intl names them, which takes it about a millisecond the first time. */
  zones(): readonly string[];
}

/** What countries are called beside their names in CLDR. */
const also: Readonly<Record<string, string>> = {
  AE: 'UAE',
  CI: 'Ivory Coast',
  CZ: 'Czech Republic',
  GB: 'Great Britain, Britain, England, Scotland, Wales, Northern Ireland',
  KR: 'Korea',
  NL: 'Holland',
  TR: 'Turkey',
  US: 'USA, America',
  VN: 'Viet Nam',
};

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Read when first asked for, so that no start waits for it. */
let known: readonly Country[] | undefined;

/**
 * The zones of the countries that fit, as Intl names them.
 *
 * @param fits whether a folded name (`wordsOf`, joined by spaces) or two-letter code is what is looked for
 */
export function zonesOfCountries(fits: (name: string) => boolean): string[] {
  known ??= readCountries();
  return known.filter(({ names }) => names.some(fits)).flatMap(({ zones }) => zones());
}

/** All that CLDR knows, but for codes that stand for another one, such as those of former states. */
function readCountries(): Country[] {
  const full = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = full.of(code);
      const locale = new Intl.Locale(`und-${code}`);
      if (name === undefined || locale.region !== code) return [];
      const names = [code, name, short.of(code) ?? code, ...(also[code] ?? code).split(', ')];
      let zones: readonly string[] | undefined;
      return {
        names: [...new Set(names.map((each) => wordsOf(each).join(' ')))],
        zones: () => (zones ??= locale.getTimeZones() ?? []),
      };
    });
}
