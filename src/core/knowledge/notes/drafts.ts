import { quote, type Report } from '../findings.ts';
import type { Fact } from '../types.ts';
import { flattenHeadings, foldAspects, isLoneGroup, namedItems, namesTopics } from './grouping.ts';
import type { Heading } from './outline.ts';
import { factsFrom, statementsOf } from './statements.ts';

/** What one file of notes says of one topic. */
export interface Draft {
  name: string;
  /** What is known of it, in order; the first is its summary. */
  facts: Fact[];
  /** The heading that it stands under; that of the whole document says least. */
  category?: { title: string; isDocument: boolean };
  file: string;
  line: number;
  report: Report;
}

/** The topics of a file of notes: headings, or the bullets under headings that only group them. */
export function readDrafts(root: Heading, report: Report): Draft[] {
  const folded = foldAspects(root);
  const groups = flattenHeadings(folded).filter((heading) => namesTopics(heading, folded));
  const isGroup = (heading: Heading) =>
    groups.includes(heading) || (groups.length > 0 && isLoneGroup(heading));
  const [only, ...others] = folded.headings;
  const isOver = others.length === 0 && folded.items.length === 0 && only && only.headings.length > 0;
  const document = isOver ? only : undefined;
  return draftsOf(folded, { isGroup, document, report }, undefined);
}

interface Notes {
  isGroup(heading: Heading): boolean;
  /** The one heading over all other headings, if there is such. */
  document: Heading | undefined;
  report: Report;
}

function draftsOf(heading: Heading, notes: Notes, category: Draft['category']): Draft[] {
  const { report } = notes;
  const named = notes.isGroup(heading) ? namedItems(heading) : [];
  const own = heading.items.filter((item) => !named.some((each) => each.item === item));
  const isCategory = heading.depth > 0 && (named.length > 0 || heading.headings.length > 0);
  const within = isCategory ? { title: heading.title, isDocument: heading === notes.document } : category;
  const draft = (name: string, facts: Fact[], line: number): Draft[] => {
    const rest = { file: report.file, line, report };
    const isTopic = facts.length > 0 && name !== '';
    return isTopic ? [{ name, facts, ...(within && { category: within }), ...rest }] : [];
  };

  const facts = statementsOf(own, report.file);
  if (facts.length === 0 && named.length === 0 && heading.headings.length === 0 && heading.depth > 0) {
    const what = `nothing stands under the heading ${quote(heading.title)}`;
    report.warn(heading.line, what, 'write something below it or take it out');
  }
  return [
    ...draft(heading.title, facts, heading.line),
    ...named.flatMap(({ name, text, item }) => {
      const known = [...factsFrom(text, report.file, item.line), ...statementsOf(item.children, report.file)];
      if (known.length === 0)
        report.warn(item.line, `nothing is said of ${quote(name)}`, 'write something below it');
      return draft(name, known, item.line);
    }),
    ...heading.headings.flatMap((child) => draftsOf(child, notes, within)),
  ];
}
