import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { commandsFor } from '../../commands/index.ts';
import { createRouter } from '../chat/router.ts';
import { searchDecks } from '../core/search/decks.ts';
import type { Shelf } from '../runtime/library.ts';
import { noDeck, openShelves } from './decks.ts';
import { closedHouse } from './house.ts';
import { print } from './print.ts';

/**
 * `ask [--json] [--batch] [--knowledge DIR] words ...`: a lookup in the terminal. `--json` prints one line with query, verdict and
 * results; `--batch` reads a query a line from standard input and prints such a line for each.
 */
export async function ask(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
      knowledge: { type: 'string' },
    },
  });
  const query = positionals.join(' ');
  if (query.trim() === '' && !values.json && !values.batch)
    throw new Error('Ask something: npm run -s ask -- shield vs waf');
  const shelves = await openShelves(values.knowledge);
  if (values.batch) {
    for (const query of linesOf(await text(process.stdin)))
      process.stdout.write(`${asJson(shelves, query)}\n`);
    return 0;
  }
  process.stdout.write(values.json ? `${asJson(shelves, query)}\n` : answered(shelves, query));
  return 0;
}

/** Line ends are those of Unix or Windows; the end of the last line ends no further one. */
function linesOf(input: string): string[] {
  const lines = input.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function asJson(shelves: readonly Shelf[], asked: string): string {
  const found = searchDecks(
    shelves.map(({ index }) => index),
    asked,
  );
  if (!found) throw noDeck();
  const { query, verdict, results } = found.answer;
  return JSON.stringify({
    query,
    verdict,
    results: results.map(({ topic, score, why }) => ({ topic, score, why })),
  });
}

function answered(shelves: readonly Shelf[], question: string): string {
  const reply = createRouter(() => commandsFor(shelves, closedHouse)).handle({
    id: 'terminal',
    platform: 'terminal',
    manner: 'open',
    actor: { id: 'terminal', name: 'you' },
    place: { id: 'terminal', direct: true },
    at: 0,
    input: { kind: 'command', command: 'studyhall ask', options: { question } },
  });
  if (reply.kind === 'form' || reply.message instanceof Promise)
    throw new TypeError('A lookup answers at once.');
  return print(reply.message);
}
