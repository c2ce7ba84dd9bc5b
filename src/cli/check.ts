import { parseArgs } from 'node:util';
import { findingLines, readDecks } from './decks.ts';
import { count, figureLines } from './figures.ts';

/** `check [--knowledge DIR]`: prints the findings and figures of all decks; 1 when one has errors. */
export async function check(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { knowledge: { type: 'string' } } });
  const decks = await readDecks(values.knowledge);
  for (const read of decks) {
    for (const line of [...findingLines(read), ...notesLines(read)]) console.log(line);
    for (const line of read.deck ? figureLines(read.deck) : []) console.log(`${read.id}: ${line}`);
    const errors = read.findings.filter(({ level }) => level === 'error').length;
    const warnings = read.findings.length - errors;
    console.log(`${read.id}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`);
  }
  return decks.every(({ deck }) => deck) ? 0 : 1;
}

/** What became of a deck's notes: first each fact of which no question is made. */
function notesLines({ id, notes }: ReadDecks[number]): string[] {
  if (!notes) return [];
  const { topics, facts, questions, leftOut } = notes;
  return [
    ...leftOut.map(({ file, line, reason }) => `${id}/${file}:${line} no question: it ${reason}.`),
    `${id}: notes: ${count(topics, 'topic')}, ${count(facts, 'fact')}, ${count(questions, 'question')} made, ${count(leftOut.length, 'fact')} left out`,
  ];
}

type ReadDecks = Awaited<ReturnType<typeof readDecks>>;
