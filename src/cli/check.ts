import { parseArgs } from 'node:util';
import { findingLines, readDecks } from './decks.ts';

/** `check [--knowledge DIR]`: prints the findings and figures of all decks; 1 when one has errors. */
export async function check(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { knowledge: { type: 'string' } } });
  const decks = await readDecks(values.knowledge);
  for (const read of decks) {
    for (const line of findingLines(read)) console.log(line);
    const errors = read.findings.filter(({ level }) => level === 'error').length;
    const warnings = read.findings.length - errors;
    console.log(`${read.id}: ${figures(read.deck)}${count(errors, 'error')}, ${count(warnings, 'warning')}`);
  }
  return decks.every(({ deck }) => deck) ? 0 : 1;
}

type ReadDecks = Awaited<ReturnType<typeof readDecks>>;

function figures(deck: ReadDecks[number]['deck']): string {
  if (!deck) return '';
  const sum = (of: 'facts' | 'questions' | 'tips' | 'asked') =>
    deck.topics.reduce((total, topic) => total + topic[of].length, 0);
  return [
    count(deck.topics.length, 'topic'),
    count(sum('facts'), 'fact'),
    count(sum('questions'), 'question'),
    count(sum('tips'), 'tip'),
    `${sum('asked')} ways of asking`,
    `${deck.elsewhere.length} names elsewhere`,
    '',
  ].join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
