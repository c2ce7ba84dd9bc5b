import type { RootContent } from 'mdast';
import { z } from 'zod';
import { bullets } from './bullets.ts';
import { readConfusions } from './confusions.ts';
import { allowedId, filledLine, httpsUrl, isoDate, line, lines } from './fields.ts';
import { quote, type Report } from './findings.ts';
import { inline } from './inline.ts';
import { fitLength, fitText } from './lengths.ts';
import { lineOf, type Page, parsePage } from './markdown.ts';
import { categoryIdOf, stemOf } from './paths.ts';
import { prose } from './prose.ts';
import { readQuestions } from './questions.ts';
import { type Section, split } from './sections.ts';
import { readTip } from './tips.ts';
import { type Fact, MAX_TOPIC_ID, type Topic } from './types.ts';
import { type Path, readYaml } from './yaml.ts';

const shape = z.strictObject(
  {
    name: filledLine,
    aliases: lines.optional(),
    category: line.optional(),
    docs: line.optional(),
    reviewed: line.optional(),
    related: lines.optional(),
  },
  { error: 'must be a map' },
);

/** A topic and where its parts stand, for findings that only the whole deck shows. */
export interface ReadTopic {
  topic: Topic;
  report: Report;
  /** All that is known of a topic that is made from plain notes alone, its summary first. */
  told?: Fact[];
  /** The line of a key of the front matter, or of `['confusions', index]` or `['tips', index]`. */
  line(path: Path): number;
}

/** The body of a topic file as its sections say it, and the lines of what only the whole deck shows to be wrong. */
interface Body {
  parts: Pick<Topic, 'summary' | 'facts' | 'confusions' | 'asked' | 'tips' | 'questions'>;
  lines: { confusions: number[]; tips: number[] };
}

/** Whether a file's text begins as front matter with a name does, even if it is broken: then it is a topic file. */
export function isTopicFile(text: string): boolean {
  const [, head] = /^---[ \t]*\n(.*?)(?:\n---[ \t]*(?:\n|$)|\n\s*\n|$)/s.exec(text) ?? [];
  return head !== undefined && /^name[ \t]*:/m.test(head);
}

/** Reads a topic file; its name is the topic's id. Without readable front matter there is no topic. */
export function readTopicFile(text: string, report: Report): ReadTopic | undefined {
  const page = parsePage(text, report);
  const [front, ...content] = page.root.children;
  if (front?.type !== 'yaml') {
    report.error(1, 'the front matter is not closed', 'end it with a line of three hyphens');
    return undefined;
  }
  const yaml = readYaml(front.value, shape, report, 2);
  if (yaml === undefined) return undefined;
  const { value } = yaml;
  const id = allowedId(stemOf(report.file), MAX_TOPIC_ID, 'topic id (the file name)', report, 1);
  const docs = httpsUrl(value.docs, report, yaml.line(['docs']));
  const reviewed = isoDate(value.reviewed, report, yaml.line(['reviewed']));
  const body = readBody(page, id, content, value.name);
  const topic: Topic = {
    id,
    name: fitText(report, value.name, 'name', yaml.line(['name'])),
    aliases: (value.aliases ?? []).map((alias, index) =>
      fitText(report, alias, 'alias', yaml.line(['aliases', index])),
    ),
    ...(value.category && { category: categoryIdOf(value.category) }),
    ...(docs && { docs }),
    ...(reviewed && { reviewed }),
    related: value.related ?? [],
    ...body.parts,
    sources: [{ file: report.file, line: 1 }],
  };
  const lineAt = ([key, index]: Path) =>
    (key === 'confusions' || key === 'tips') && typeof index === 'number'
      ? body.lines[key][index]
      : undefined;
  return { topic, report, line: (path) => lineAt(path) ?? yaml.line(path) };
}

function readBody(page: Page, id: string, content: readonly RootContent[], name: string): Body {
  const { before, sections } = split(content, 2);
  const body: Body = {
    parts: { summary: '', facts: [], confusions: [], asked: [], tips: [], questions: [] },
    lines: { confusions: [], tips: [] },
  };
  const opening = [...before];
  for (const section of sections) {
    const title = inline(page, section.heading.children, 1).plain;
    if (section.heading.depth === 1 && title === name) opening.push(...section.body);
    else readSection(page, id, section, title, body);
  }
  body.parts.summary = readSummary(page, opening);
  return body;
}

function readSection(page: Page, id: string, section: Section, title: string, { parts, lines }: Body): void {
  const { report } = page;
  switch (title.toLowerCase()) {
    case 'facts':
      for (const bullet of bullets(page, section.body)) {
        parts.facts.push({
          text: fitLength(page.report, bullet, 'fact'),
          source: { file: report.file, line: bullet.line },
        });
      }
      return;
    case 'not to be confused with':
      for (const { line: at, ...confusion } of readConfusions(page, section.body)) {
        parts.confusions.push(confusion);
        lines.confusions.push(at);
      }
      return;
    case 'people also ask':
      for (const bullet of bullets(page, section.body)) {
        parts.asked.push(fitText(report, bullet.plain, 'phrase', bullet.line));
      }
      return;
    case 'tips':
      for (const bullet of bullets(page, section.body)) {
        parts.tips.push(readTip(page, id, bullet));
        lines.tips.push(bullet.line);
      }
      return;
    case 'questions':
      parts.questions.push(...readQuestions(page, id, section.body));
      return;
    default: {
      const known = 'Facts, Not to be confused with, People also ask, Tips, Questions';
      report.warn(
        lineOf(section.heading),
        `the heading ${quote(title)} is not known`,
        `use one of: ${known}`,
      );
    }
  }
}

function readSummary(page: Page, nodes: readonly RootContent[]): string {
  const summary = prose(page, nodes, 'summary');
  if (summary === undefined)
    page.report.warn(1, 'the topic has no summary', 'write one short paragraph below the front matter');
  return summary ?? '';
}
