import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Report } from '../findings.ts';

/** A row of a table and the line that it begins in, counted from 1. */
export interface Row {
  line: number;
  cells: string[];
}

/** What parts a table's cells, and whether quotation marks hold a cell together. */
export interface Layout {
  delimiter: string;
  quoted: boolean;
}

/**
 * Reads a text (line feeds only) as rows of cells; blank lines are none. Rows may differ in length. What comes after a place that cannot
 * be read is left out, with an error.
 */
export function readRows(text: string, { delimiter, quoted }: Layout, report: Report): Row[] {
  const rows: Row[] = [];
  try {
    parse(text, {
      delimiter,
      quote: quoted ? '"' : null,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 0,
      on_record: (cells, { lines }) => {
        const breaks = cells.join('').split('\n').length - 1;
        rows.push({ line: lines - breaks, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    report.error(line, 'the table cannot be read from here on', 'close the quotation mark of each cell');
  }
  return rows;
}

/** Writes rows as text, cells in quotation marks: all of them, or only those that need it. */
export function writeRows(rows: readonly string[][], delimiter: string, quoted: 'all' | 'needed'): string {
  return stringify([...rows], { delimiter, quoted: quoted === 'all', record_delimiter: '\n' });
}
