/** What somebody typed, without the characters that PostgreSQL keeps in no text: https://www.postgresql.org/docs/current/datatype-character.html */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
