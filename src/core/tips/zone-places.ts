/**
 * The zones that people ask for most, in about that order, with what else they are asked for by: the abbreviations of their times, as the tz
 * database has or had them (https://www.iana.org/time-zones; ET, CT, MT and PT are North America's own short forms), and large cities that
 * no zone is named after.
 */
const table = `
UTC                    |
Europe/London          | BST, Manchester, Edinburgh, Glasgow, Cardiff
Europe/Berlin          | CEST, Munich, Frankfurt, Hamburg, Cologne, Stuttgart
Europe/Paris           | CEST, Lyon, Marseille
America/New_York       | EST, EDT, ET, Eastern, NYC, Boston, Washington DC, Miami, Atlanta, Philadelphia
America/Chicago        | CST, CDT, CT, Central, Houston, Dallas, Austin, Minneapolis
America/Denver         | MST, MDT, MT, Mountain, Salt Lake City
America/Los_Angeles    | PST, PDT, PT, Pacific, San Francisco, Seattle, San Diego, Las Vegas, Portland
America/Toronto        | Ottawa, Montreal
America/Vancouver      |
America/Sao_Paulo      | BRT, Rio de Janeiro, Brasilia
America/Mexico_City    | Guadalajara
Asia/Kolkata           | IST, Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, Pune
Asia/Karachi           | PKT, Islamabad, Lahore
Asia/Dubai             | GST, Abu Dhabi
Asia/Singapore         | SGT
Asia/Jakarta           | WIB
Asia/Manila            | PHT
Asia/Hong_Kong         | HKT
Asia/Shanghai          | CST, Beijing, Shenzhen, Guangzhou
Asia/Tokyo             | JST, Osaka, Kyoto
Asia/Seoul             | KST, Busan
Australia/Sydney       | AEST, AEDT, Canberra
Pacific/Auckland       | NZST, NZDT, Wellington, Christchurch
Africa/Lagos           | WAT, Abuja
Africa/Nairobi         | EAT
Africa/Johannesburg    | SAST, Cape Town, Pretoria, Durban
Africa/Maputo          | CAT
Europe/Dublin          | IST
Europe/Madrid          | CEST, Barcelona, Valencia
Europe/Rome            | CEST, Milan, Naples, Turin
Europe/Zurich          | CEST, Geneva, Basel, Bern
Europe/Moscow          | MSK, Saint Petersburg
Europe/Athens          | EEST
Europe/Lisbon          | WEST, Porto
Europe/Istanbul        | Ankara
Asia/Jerusalem         | IST, IDT, Tel Aviv
Asia/Ho_Chi_Minh       | ICT, Hanoi
America/Edmonton       | Calgary
America/Phoenix        | MST
America/Anchorage      | AKST, AKDT
America/Halifax        | AST, ADT
America/St_Johns       | NST, NDT
Asia/Bangkok           | ICT
America/Argentina/Buenos_Aires | ART
Pacific/Honolulu       | HST
Australia/Brisbane     | AEST
Australia/Adelaide     | ACST, ACDT
Australia/Perth        | AWST
`;

/** What else each zone is asked for by; the order of the zones is that of the table. */
export const PLACES: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((row): [string, string[]] => {
      const [zone = '', also = ''] = row.split('|').map((cell) => cell.trim());
      return [zone, also.split(', ').filter((name) => name !== '')];
    }),
);
