import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { commandsFor } from '../../commands/index.ts';
import { reservedCommands } from '../../commands/reserved.ts';
import { render as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { playground } from '../../src/adapters/playground/adapter.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Log } from '../../src/chat/chat.ts';
import { type Command, defineCommand } from '../../src/chat/command.ts';
import { text } from '../../src/chat/markup.ts';
import { publicly } from '../../src/chat/reply.ts';
import { openDesk } from '../../src/runtime/desk.ts';
import { openLibrary } from '../../src/runtime/library.ts';
import { serveWeb } from '../../src/web.ts';

const silent: Log = { info() {}, warn() {}, error() {} };

/** A command with every kind of option and part that lookups do not have. */
const poll: Command = defineCommand({
  name: 'poll',
  summary: 'Ask the group something',
  options: {
    question: { type: 'text', summary: 'What you want to know', required: true, rest: true },
    picks: { type: 'integer', summary: 'How many each may pick', min: 1, max: 2 },
    level: {
      type: 'choice',
      summary: 'Who it is for',
      choices: [
        { label: 'Everyone', value: 'all' },
        { label: 'The brave', value: 'brave' },
      ],
    },
    loud: { type: 'flag', summary: 'Say it twice' },
  },
  run: ({ question, picks = 1, level = 'all', loud }) =>
    publicly(
      [
        { kind: 'text', heading: true, text: text(question) },
        { kind: 'note', text: text(`For ${level}${loud ? ', loudly' : ''}`) },
        {
          kind: 'choice',
          prompt: question,
          action: 'poll:vote',
          picks,
          options: ['AWS WAF', 'AWS Shield', 'AWS Config'].map((name) => ({ value: name, text: text(name) })),
        },
      ],
      'asked',
    ),
  actions: {
    vote: (_args, values) => ({
      kind: 'message',
      visibility: 'private',
      message: [{ kind: 'text', text: text(`Noted: ${values.join(' and ')}`) }],
      verdict: 'voted',
    }),
  },
});

export interface House {
  /** Where the playground answers. */
  address: string;
  close(): Promise<void>;
}

/** The real decks, desk and commands, and one command more, behind a real web server on a free port. */
export async function openHouse(port = 0): Promise<House> {
  const knowledge = fileURLToPath(new URL('../../knowledge', import.meta.url));
  const library = await openLibrary({ folders: [knowledge], reserved: reservedCommands, log: silent });
  const chat = openDesk({
    commands: () => [...commandsFor(library.shelves()), poll],
    onChange: library.onChange,
    log: silent,
    elapsed: () => performance.now(),
  });
  const web = new Hono();
  playground(web, {
    chat,
    previews: { discord: renderForDiscord, slack: renderForSlack },
    now: () => Date.now(),
    randomId: () => crypto.randomUUID(),
  });
  const server = await serveWeb(web, '127.0.0.1', port);
  return {
    address: server.address,
    async close() {
      library.close();
      await server.close();
    },
  };
}
