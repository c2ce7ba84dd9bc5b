import { type Finding, fault, fine, LateError, type Means, note } from '../../chat/examination.ts';
import { buildIndex } from '../../core/search/build.ts';
import type { Shelf } from '../../runtime/library.ts';
import { findingLines, readDecks } from '../decks.ts';
import { count } from '../figures.ts';

/** How many errors of a deck are shown. */
const SHOWN = 5;

type Read = Awaited<ReturnType<typeof readDecks>>[number];

/** Reads all decks. The program starts with those that can be used, and with none it does not start. */
export async function examineDecks({ inTime }: Means): Promise<{ findings: Finding[]; shelves: Shelf[] }> {
  try {
    const read = await inTime(readDecks(undefined));
    const shelves = read.flatMap(({ deck }) => (deck ? [{ deck, index: buildIndex(deck) }] : []));
    return { findings: read.map(findingOf), shelves };
  } catch (error) {
    if (error instanceof LateError)
      return { findings: [fault('Decks', 'the disk does not give them: look at it.')], shelves: [] };
    if (!(error instanceof Error)) throw error;
    return { findings: [fault('Decks', error.message)], shelves: [] };
  }
}

function findingOf(read: Read): Finding {
  const { id, deck, findings } = read;
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  const found = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  if (!deck) {
    const lines = findingLines(read).filter((line) => line.includes(' error: '));
    const more = lines.length > SHOWN ? ['`npm run check:decks` shows the others.'] : [];
    const said = [`left out until this is mended (${found}):`, ...lines.slice(0, SHOWN), ...more];
    return fault(id, said.join('\n'));
  }
  const questions = deck.topics.reduce((sum, topic) => sum + topic.questions.length, 0);
  const holds = `${count(deck.topics.length, 'topic')}, ${count(questions, 'question')}, as /${deck.command}`;
  return findings.length === 0
    ? fine(id, `${holds}. No findings.`)
    : note(id, `${holds}. ${found}: \`npm run check:decks\` shows them.`);
}
