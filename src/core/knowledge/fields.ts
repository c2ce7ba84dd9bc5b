import { z } from 'zod';
import { quote, type Report } from './findings.ts';
import { idFrom, isId } from './ids.ts';

/** Shapes of YAML values. All scalars come as texts; a missing value is an empty text. */
export const line = z
  .string({ error: 'must be a text' })
  .transform((value) => value.replaceAll(/\s+/g, ' ').trim());

export const filledLine = line.refine((value) => value !== '', 'must not be empty');

/** A list of texts; a single text is a list of one. */
export const lines = z
  .union([line.transform((value) => [value]), z.array(line)], { error: 'must be a list of texts' })
  .transform((values) => values.filter((value) => value !== ''));

export const yesOrNo = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');

/** The address if it is one of https; any other is a warning and left out. */
export function httpsUrl(text: string | undefined, report: Report, at: number): string | undefined {
  if (text === undefined || text === '') return undefined;
  const bare = text.replace(/^<(.*)>$/, '$1');
  if (URL.canParse(bare) && new URL(bare).protocol === 'https:') return bare;
  report.warn(at, `${quote(text)} is no https address`, 'write a whole address that begins with https://');
  return undefined;
}

/** The date if it is one of the calendar, written as 2026-11-21; any other is a warning and left out. */
export function isoDate(text: string | undefined, report: Report, at: number): string | undefined {
  if (text === undefined || text === '') return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const known = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
  if (known && date.toISOString().startsWith(text)) return text;
  report.warn(at, `the review date ${quote(text)} is no date`, 'write it as 2026-11-21');
  return undefined;
}

/** The id, or where its form is not allowed one made from it, with a warning. */
export function allowedId(id: string, most: number, what: string, report: Report, at: number): string {
  if (isId(id, most)) return id;
  const made = idFrom(id, most);
  const form = `at most ${most} of a-z, 0-9 and -`;
  report.warn(at, `${quote(id)} is no allowed ${what} and is read as "${made}"`, `use ${form}`);
  return made;
}
