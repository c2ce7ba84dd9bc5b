import { styleText } from 'node:util';
import type { Finding } from '../../chat/examination.ts';
import { count } from '../figures.ts';

const colours = { fine: 'green', note: 'yellow', fault: 'red' } as const;

/** Before each sentence: two blanks, the longest of the words, two blanks. */
const INDENT = 9;
/** Lines are broken here at the latest, where somebody reads them on a terminal. */
const WIDEST = 100;

/**
 * Findings under their title, as lines to print.
 *
 * @param columns of the terminal; undefined where nothing is to be broken
 */
export function section(title: string, findings: readonly Finding[], columns: number | undefined): string {
  const width = columns === undefined ? Number.POSITIVE_INFINITY : Math.min(columns, WIDEST) - INDENT;
  const lines = findings.map(({ state, about, sentence }) => {
    const word = styleText(colours[state], state.padEnd(INDENT - 4));
    const text = `${about}: ${sentence}`.split('\n').flatMap((line) => broken(printable(line), width));
    return `  ${word}  ${text.join(`\n${' '.repeat(INDENT)}`)}`;
  });
  return [styleText('bold', title), ...lines, ''].join('\n');
}

/** What it comes to, in a sentence. */
export function verdict(findings: readonly Finding[]): string {
  const [faults, notes] = (['fault', 'note'] as const).map(
    (state) => findings.filter((one) => one.state === state).length,
  );
  if (!faults) return notes ? `Nothing to mend. ${count(notes, 'note')}.` : 'All is well.';
  return `${count(faults, 'fault')} to mend${notes ? `, ${count(notes, 'note')}` : ''}.`;
}

/** Words longer than a line, such as links, stay whole so that they can be clicked. */
function broken(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** Names of channels come from their members: control characters could move the terminal's cursor. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
