/**
 * The names of zones that `Intl.supportedValuesOf('timeZone')` lacks. They cannot be had from Intl or Temporal, which only say of a name
 * whether they accept it. Left out are `Etc/GMT+5`, which is five hours behind and not what people take it for, and its like.
 */
const names = (text: string): readonly string[] => text.trim().split(/\s+/);
const within = (area: string, text: string) => names(text).map((name) => `${area}/${name}`);

/**
 * Zones that were renamed, the old name of each as Intl still gives it by the one in use: `ianaMap` in ICU's `timezoneTypes.txt`
 * (https://github.com/unicode-org/icu/blob/main/icu4c/source/data/misc/timezoneTypes.txt).
 */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/**
 * Further names for zones: the files `backward`, `backzone` and `etcetera` of the tz database, 2026c (https://www.iana.org/time-zones).
 */
export const LINKS: readonly string[] = [
  ...names(`CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT Greenwich HST Hongkong Iceland Iran Israel Jamaica
    Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal
    W-SU WET Zulu`),
  ...within('Africa', 'Timbuktu'),
  ...within(
    'America',
    `Argentina/ComodRivadavia Atka Ensenada Fort_Wayne Knox_IN Montreal Nipigon Pangnirtung Porto_Acre Rainy_River Rosario Santa_Isabel
    Shiprock Thunder_Bay Virgin Yellowknife`,
  ),
  ...within('Antarctica', 'South_Pole'),
  ...within(
    'Asia',
    `Ashkhabad Choibalsan Chongqing Chungking Dacca Harbin Istanbul Kashgar Macao Tel_Aviv Thimbu Ujung_Pandang Ulan_Bator`,
  ),
  ...within('Atlantic', 'Jan_Mayen'),
  ...within(
    'Australia',
    'ACT Canberra Currie LHI NSW North Queensland South Tasmania Victoria West Yancowinna',
  ),
  ...within('Brazil', 'Acre DeNoronha East West'),
  ...within('Canada', 'Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon'),
  ...within('Chile', 'Continental EasterIsland'),
  ...within('Etc', 'GMT Greenwich UCT UTC Universal Zulu'),
  ...within('Europe', 'Belfast Nicosia Tiraspol Uzhgorod Zaporozhye'),
  ...within('Mexico', 'BajaNorte BajaSur General'),
  ...within('Pacific', 'Johnston Samoa Yap'),
  ...within(
    'US',
    `Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain Pacific Samoa`,
  ),
];
