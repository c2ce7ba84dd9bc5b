import { quote, type Report } from '../findings.ts';
import { idFrom } from '../ids.ts';
import { cut } from '../lengths.ts';
import { LENGTHS } from '../limits.ts';
import { foldText } from '../names.ts';
import { type Choice, type Deck, MAX_TOPIC_ID, type Question, type Topic } from '../types.ts';
import { bareTopic } from './bare-topic.ts';
import { type Draft, isTwin, readDraft } from './drafts.ts';
import { readRows, writeRows } from './table.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The columns of a table of questions, in the order in which they are written. */
export const COLUMNS = [
  'topic',
  'file',
  'question',
  ...letters,
  'answer',
  'explanation',
  'level',
  'task',
  'id',
  'docs',
] as const;
type Column = (typeof COLUMNS)[number];

const needed: readonly Column[] = ['question', 'a', 'b', 'answer'];
const delimiters = [',', ';', '\t'];

/** All questions of a deck as CSV, with a header row. */
export function writeQuestionTable({ topics }: Deck): string {
  const rows = topics.flatMap(({ id, name, questions }) =>
    questions.map((question) => {
      const cells: Cells = { topic: name, file: id, ...cellsOf(question) };
      return COLUMNS.map((column) => cells[column] ?? '');
    }),
  );
  return writeRows([[...COLUMNS], ...rows], ',', 'needed');
}

/**
 * Reads a table of questions: a header row with the names of columns in any order, then a question a row. Cells hold inline Markdown.
 * Rows that cannot be used are errors of the report.
 *
 * @param title the topic of rows that name none
 */
export function readQuestionTable(text: string, title: string, report: Report): Topic[] {
  const [header = ''] = text.split('\n');
  const delimiter = delimiters.find((one) => header.toLowerCase().split(one).map(bare).includes('question'));
  const [first, ...rows] = readRows(text, { delimiter: delimiter ?? ',', quoted: true }, report);
  const columns = (first?.cells ?? []).map(bare);
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    const what = `the first row names no column ${missing.map(quote).join(', ')}`;
    report.error(1, what, `name the columns in it: ${COLUMNS.join(', ')}`);
    return [];
  }
  for (const column of columns)
    if (column !== '' && !COLUMNS.some((known) => known === column))
      report.warn(1, `the column ${quote(column)} is not known`, `use ${COLUMNS.join(', ')}`);

  const topics = new Map<string, Topic>();
  const taken = new Map<string, number>();
  for (const row of rows) {
    const cell = (column: Column) => (row.cells[columns.indexOf(column)] ?? '').trim();
    const name = cut(cell('topic') || title, LENGTHS.name.most);
    const id = idFrom(cell('file') || name, MAX_TOPIC_ID);
    const draft = draftOf(row.line, cell, report);
    const question = draft && readDraft(draft, id, report);
    if (!question || isTwin(question, taken, report)) continue;
    const topic = topics.get(id) ?? bareTopic(id, name, question.source);
    topics.set(id, { ...topic, questions: [...topic.questions, question] });
  }
  return [...topics.values()];
}

type Cells = Partial<Record<Column, string>>;

function cellsOf({ stem, choices, explanation, level, task = '', id, docs = '' }: Question): Cells {
  const answer = choices.flatMap(({ right }, index) => (right ? (letters[index] ?? []) : []));
  return {
    question: stem,
    ...Object.fromEntries(choices.map(({ text }, index) => [letters[index], text])),
    answer: answer.join(', ').toUpperCase(),
    explanation,
    level: String(level),
    task,
    id,
    docs,
  };
}

function draftOf(line: number, cell: (column: Column) => string, report: Report): Draft | undefined {
  const given = letters.flatMap((letter) => {
    const text = cell(letter);
    return text === '' ? [] : [{ letter, text }];
  });
  const right = rightLetters(cell('answer'), given);
  if (cell('question') === '') report.error(line, 'the question has no text', 'fill the column "question"');
  else if (right.length === 0)
    report.error(
      line,
      `the answer ${quote(cell('answer'))} is none of the choices`,
      'write the letter of the right choice, or several with commas in between',
    );
  else
    return {
      line,
      stem: cell('question'),
      choices: given.map(({ letter, text }): Choice => ({ text, right: right.includes(letter) })),
      explanation: cell('explanation'),
      level: cell('level'),
      task: cell('task'),
      id: cell('id'),
      docs: cell('docs'),
    };
  return undefined;
}

/** The letters that an answer names, or the one whose choice it repeats; none where one of them has no choice. */
function rightLetters(answer: string, given: readonly { letter: string; text: string }[]): string[] {
  const named = /^[a-f](?:[\s,;/+&]+[a-f])*$/i.test(answer) ? answer.toLowerCase().match(/[a-f]/g) : null;
  if (named) return named.every((letter) => given.some((one) => one.letter === letter)) ? named : [];
  return given
    .filter(({ text }) => answer !== '' && foldText(text) === foldText(answer))
    .map(({ letter }) => letter);
}

/** A column's name as people write it in different ways. */
function bare(name: string): string {
  return name
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
}
