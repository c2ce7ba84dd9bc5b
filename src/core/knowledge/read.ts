import { type DeckSettings, defaultSettings, readSettings } from './deckfile.ts';
import { Report, sortFindings } from './findings.ts';
import { cut } from './lengths.ts';
import { LENGTHS } from './limits.ts';
import { lintQuestions } from './lint/questions.ts';
import { lintIds, lintLinks, lintNames, lintStrict } from './lint.ts';
import { parsePage } from './markdown.ts';
import { type Draft, readDrafts } from './notes/drafts.ts';
import { readOutline } from './notes/outline.ts';
import { makeQuestions } from './notes/questions.ts';
import { readNotes } from './notes/topics.ts';
import { stemOf } from './paths.ts';
import { readSource } from './source.ts';
import { isTopicFile, type ReadTopic, readTopicFile } from './topicfile.ts';
import type { Category, DeckFile, Finding, ReadDeck, Topic } from './types.ts';

/** Bullets as word processors write them, of one character each. */
const typedBullets = /^([ \t]*)[•‣◦▪●○–—](?=[ \t])/gm;

/**
 * Reads one deck from its files: `deck.yaml`, topic files and plain notes (`.md`, `.markdown`); other files are ignored. All findings
 * come at once; with an error among them there is no deck. The same files in any order give the same result.
 * @param id the folder's or file's name
 */
export function readDeck(id: string, files: readonly DeckFile[]): ReadDeck {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reports: Report[] = [];
  const topics: ReadTopic[] = [];
  const drafts: Draft[] = [];
  let settings = defaultSettings(id);
  let deckReport = new Report(sorted[0]?.path ?? 'deck.yaml', 1);
  reports.push(deckReport);
  for (const file of sorted) {
    if (file.path !== 'deck.yaml' && !/\.(?:md|markdown)$/i.test(file.path)) continue;
    const { text, report } = readSource(file);
    reports.push(report);
    if (text === undefined) continue;
    if (file.path === 'deck.yaml') {
      deckReport = report;
      settings = readSettings(id, text, report);
    } else if (isTopicFile(text)) {
      const read = readTopicFile(text, report);
      if (read) topics.push(read);
    } else {
      const page = parsePage(text.replaceAll(typedBullets, '$1-'), report);
      drafts.push(...readDrafts(readOutline(page, titleOf(file.path)), report));
    }
  }
  const notes = readNotes(drafts, topics, settings.categories);
  topics.push(...notes.topics);
  settings = { ...settings, categories: notes.categories };
  lint(topics, settings, deckReport);
  const found = sortFindings(reports.flatMap((report) => report.findings));
  const findings = settings.strict
    ? found.map((finding): Finding => ({ ...finding, level: 'error' }))
    : found;
  if (findings.some(({ level }) => level === 'error')) return { findings };
  const made = makeQuestions(topics);
  for (const [topic, questions] of made?.questions ?? []) topic.questions.push(...questions);
  const { strict: _strict, lineOf: _lineOf, ...deck } = settings;
  const all = topics.map(({ topic }) => topic).sort(inOrder(settings.categories));
  return { deck: { ...deck, topics: all }, findings, ...(made && { notes: made.report }) };
}

function lint(topics: ReadTopic[], settings: DeckSettings, deckReport: Report): void {
  lintIds(topics);
  lintNames(topics, settings, deckReport);
  lintLinks(topics, settings, deckReport);
  lintQuestions(topics, settings, deckReport);
  if (settings.strict) lintStrict(topics);
}

/** By category as the deck orders them, topics without one last, then by name. */
function inOrder(categories: readonly Category[]): (a: Topic, b: Topic) => number {
  const order = new Map(categories.map(({ id }, index) => [id, index]));
  const rank = ({ category }: Topic) => order.get(category ?? '') ?? categories.length;
  return (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}

/** What notes without headings are called: after their file, `cell-biology.md` being "Cell biology". */
function titleOf(path: string): string {
  const title = stemOf(path)
    .replaceAll(/[-_\s]+/g, ' ')
    .trim();
  return cut(title.charAt(0).toUpperCase() + title.slice(1), LENGTHS.name.most);
}
