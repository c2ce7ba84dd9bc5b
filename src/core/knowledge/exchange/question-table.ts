import { quote, type Report } from '../findings.ts';
import { idFrom } from '../ids.ts';
import { cut } from '../lengths.ts';
import { LENGTHS } from '../limits.ts';
import { foldName, foldText } from '../names.ts';
import { type Choice, type Deck, MAX_TOPIC_ID, type Question, type Topic } from '../types.ts';
import { bareTopic } from './bare-topic.ts';
import { type Draft, readDraft, withoutTwins } from './questions.ts';
import { type Row, readRows, writeRows } from './table.ts';

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
      const cells = { topic: name, file: id, ...cellsOf(question) };
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
  for (const row of rows) {
    const cell = (column: Column) => (row.cells[columns.indexOf(column)] ?? '').trim();
    const draft = draftOf(row, cell, report);
    if (draft === undefined) continue;
    const name = cut(cell('topic') || title, LENGTHS.name.most);
    const id = idFrom(cell('file') || name, MAX_TOPIC_ID);
    const key = cell('file') ? id : (nameKeyed(topics, name) ?? id);
    const topic = topics.get(key) ?? bareTopic(id, name, { file: report.file, line: row.line });
    const question = readDraft(draft, topic.id, report);
    if (question) topics.set(key, { ...topic, questions: [...topic.questions, question] });
  }
  const kept = new Set(withoutTwins([...topics.values()].flatMap(({ questions }) => questions), report));
  return [...topics.values()].map((topic) => ({
    ...topic,
    questions: topic.questions.filter((question) => kept.has(question)),
  }));
}
