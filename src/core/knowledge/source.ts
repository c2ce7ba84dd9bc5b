import { quote, Report } from './findings.ts';
import type { DeckFile } from './types.ts';

/** Control characters other than tab and line feed: no platform shows them. */
const control = /[^\P{Cc}\t\n]/gu;

/** More lists and quotes inside each other than anybody reads; a parser's time and stack grow with them. */
const nesting = /^(?:[ \t]*(?:>|[-+*](?=[ \t>])|\d{1,9}[.)](?=[ \t]))){13,}/gm;

/** One file of a deck as text: line feeds only, no byte order mark, no control characters. */
export interface SourceFile {
  /** Missing when the file could not be read, or its bytes are not UTF-8. */
  text?: string;
  report: Report;
}

/** Decodes a file. What is not UTF-8 is an error; control characters and absurd nesting become spaces, with a warning. */
export function readSource(file: DeckFile): SourceFile {
  if (file.unreadable !== undefined) {
    const report = new Report(file.path, 1);
    report.error(1, `the file cannot be read: ${file.unreadable}`, "give the program's user the right to");
    return { report };
  }
  const decoded = new TextDecoder().decode(file.bytes).replaceAll(/\r\n?/g, '\n');
  const report = new Report(file.path, decoded.split('\n').length);
  const lineAt = (index: number) => decoded.slice(0, index).split('\n').length;
  if (!isUtf8(file.bytes)) {
    const line = lineAt(decoded.indexOf('\ufffd'));
    report.error(line, 'the file is not UTF-8', 'save it with the encoding UTF-8');
    return { report };
  }
  const blank = (found: string) => ' '.repeat(found.length);
  for (const [pattern, what] of [
    [control, 'a control character'],
    [nesting, 'more than 12 lists and quotes inside each other'],
  ] as const) {
    const index = decoded.search(pattern);
    if (index >= 0) report.warn(lineAt(index), `there is ${what}, read as spaces`, 'take it out');
  }
  if (decoded.trim() === '') {
    report.warn(1, `${quote(file.path)} is empty`, 'write something into it or remove it');
  }
  return { text: decoded.replace(control, ' ').replace(nesting, blank), report };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
