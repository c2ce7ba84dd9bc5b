import type { BlockContent, RootContent } from 'mdast';
import { leaveOut } from './bullets.ts';
import { areOrdered, readChoices } from './choices.ts';
import { allowedId, httpsUrl } from './fields.ts';
import { quote } from './findings.ts';
import { shortHash } from './ids.ts';
import { fold, inline } from './inline.ts';
import { fitLength } from './lengths.ts';
import { MAX_ITEM_ID } from './limits.ts';
import { lineOf, type Page } from './markdown.ts';
import { foldText } from './names.ts';
import { prose } from './prose.ts';
import { type Section, split } from './sections.ts';
import type { Question } from './types.ts';

/** What is said of a question without an explanation. */
export const NO_EXPLANATION = 'the question has no explanation';

type Meta = Pick<Question, 'level' | 'task' | 'docs'> & { id?: string };

/** Reads the section "Questions": a `###` heading a question. */
export function readQuestions(page: Page, topicId: string, nodes: readonly RootContent[]): Question[] {
  const { before, sections } = split(nodes, 3);
  for (const node of before) leaveOut(page, node);
  return sections.map((section) => readQuestion(page, topicId, section));
}

function readQuestion(page: Page, topicId: string, { heading, body }: Section): Question {
  const line = lineOf(heading);
  const stem = inline(page, heading.children, line);
  if (stem.markdown === '') page.report.error(line, 'the question has no text', 'write it behind the ###');
  const [first] = body;
  const metaText = first?.type === 'paragraph' ? sourceOf(page, first) : '';
  const hasMeta = /^(?:level|task|id|docs)\s/.test(metaText);
  const rest = hasMeta ? body.slice(1) : body;
  const lists = rest.filter((node) => node.type === 'list');
  const quotes = rest.filter((node) => node.type === 'blockquote');
  for (const node of rest) if (node.type !== 'list' && node.type !== 'blockquote') leaveOut(page, node);

  const { id, ...meta } = readMeta(page, hasMeta ? metaText : '', first ? lineOf(first) : line);
  const choices = readChoices(page, lists, line);
  return {
    id: id ?? `${topicId}-${shortHash(foldText(stem.plain))}`,
    stem: fitLength(page.report, stem, 'stem'),
    choices: choices.map(({ markdown, right }) => ({ text: markdown, right })),
    explanation: readExplanation(
      page,
      quotes.flatMap((node) => node.children),
      line,
    ),
    ...meta,
    ordered: areOrdered(choices.map(({ plain }) => plain)),
    source: { file: page.report.file, line },
  };
}

/** Reads `level 1 · task 2.4 · id shield-free · docs https://...`, in any order. */
function readMeta(page: Page, text: string, line: number): Meta {
  const meta: Meta = { level: 1 };
  for (const part of text === '' ? [] : text.split(/\s*·\s*/)) {
    const [, key = '', value = ''] = /^(\S+)\s*(.*)$/.exec(part) ?? [];
    if (key === 'level' && (value === '1' || value === '2' || value === '3')) {
      meta.level = value === '1' ? 1 : value === '2' ? 2 : 3;
    } else if (key === 'task' && value !== '' && value.length <= 20) {
      meta.task = value;
    } else if (key === 'id' && value !== '') {
      meta.id = allowedId(value, MAX_ITEM_ID, 'question id', page.report, line);
    } else if (key === 'docs') {
      const docs = httpsUrl(value, page.report, line);
      if (docs) meta.docs = docs;
    } else {
      const mend = 'use "level 1" to "level 3", "task 2.4", "id shield-free" and "docs https://..."';
      page.report.warn(line, `${quote(part)} is not known here`, mend);
    }
  }
  return meta;
}

function readExplanation(page: Page, nodes: readonly (BlockContent | RootContent)[], line: number): string {
  const explanation = prose(page, nodes, 'explanation');
  if (explanation === undefined)
    page.report.warn(line, NO_EXPLANATION, 'add one below the choices, in lines that begin with ">"');
  return explanation ?? '';
}

function sourceOf(page: Page, node: RootContent): string {
  return fold(page.text.slice(node.position?.start.offset, node.position?.end.offset));
}
