import { parseArgs } from 'node:util';
import { candidateAt } from '../../commands/quiz/subject.ts';
import { readConfig } from '../config.ts';
import { openStore } from '../store/open.ts';
import { openShelves } from './decks.ts';

/** How many of the latest reports are printed. */
const SHOWN = 200;

/** `reports`: what members have reported about questions, the latest first, each with the file and line of its question. */
export async function reports(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const [store, shelves] = await Promise.all([
    openStore({ ...readConfig(process.env, false), now: Date.now }),
    openShelves(),
  ]);
  try {
    const latest = await store.reports.list(undefined, SHOWN);
    for (const { deck, question, text, at } of latest) {
      const source = candidateAt(shelves, deck, question)?.question.source;
      const where = source ? `${deck}/${source.file}:${source.line}` : `${deck}: no longer in the deck`;
      console.log(`${new Date(at).toISOString().slice(0, 10)} ${where} (${question}): ${text}`);
    }
    if (latest.length === 0) console.log('No question has been reported.');
    return 0;
  } finally {
    await store.close();
  }
}
