import { readdirSync, readFileSync } from 'node:fs';
import { commandsFor } from '../../commands/index.ts';
import type { Event, Input } from '../../src/chat/event.ts';
import type { Manner } from '../../src/chat/manner.ts';
import { plain } from '../../src/chat/markup.ts';
import type { Button, Message, Part } from '../../src/chat/message.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createRouter } from '../../src/chat/router.ts';
import { closedHouse } from '../../src/cli/house.ts';
import { readDeck } from '../../src/core/knowledge/read.ts';
import type { Deck } from '../../src/core/knowledge/types.ts';
import { buildIndex } from '../../src/core/search/build.ts';

/** What a member sees of a reply. */
export interface Seen {
  verdict: string;
  /** Who sees it; `form` where a form opens. */
  by: 'everyone' | 'the asker' | 'form';
  replaces: boolean;
  text: string;
  message: Message;
  buttons: Button[];
}

/** A deck from files given as text. */
export function deckOf(id: string, files: Record<string, string>): Deck {
  const bytes = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { deck, findings } = readDeck(id, bytes);
  if (!deck) throw new Error(JSON.stringify(findings));
  return deck;
}

/** The deck that ships with the program. */
export function shippedDeck(): Deck {
  const folder = 'knowledge/aws';
  return deckOf(
    'aws',
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')])),
  );
}

/** A member of a group that has these decks, as a transcript: what they type, click and see. */
export function member(decks: readonly Deck[], manner: Manner, direct = false) {
  const shelves = decks.map((deck) => ({ deck, index: buildIndex(deck) }));
  const router = createRouter(() => commandsFor(shelves, closedHouse));
  const does = (input: Input): Seen => {
    const actor = { id: 'ana', name: 'Ana' };
    const event: Event = {
      id: 'e',
      platform: manner === 'open' ? 'discord' : 'slack',
      manner,
      actor,
      place: { id: 'study', direct },
      at: 0,
      input,
    };
    return seen(router.handle(event));
  };
  return {
    /** Types a whole command, slash and all. */
    types(line: string): Seen {
      const [name = '', ...rest] = line.slice(1).split(' ');
      return does({ kind: 'line', command: name, text: rest.join(' ') });
    },
    says: (text: string) => does({ kind: 'talk', text }),
    picksFromMenu: (text: string) => does({ kind: 'menu', menu: 'studyhall', text }),
    opensHome: () => does({ kind: 'home' }),
    clicks(on: Seen, label: string): Seen {
      const button = on.buttons.find((one) => one.label === label);
      if (!button || !('action' in button))
        throw new Error(`no button "${label}" among ${labels(on).join(', ')}`);
      return does({ kind: 'action', action: button.action, values: [] });
    },
    clicksId: (action: string) => does({ kind: 'action', action, values: [] }),
    gets: (typed: string) =>
      router.suggest(decks[0]?.command ?? '', 'question', typed).map(({ label }) => label),
  };
}

export function labels({ buttons }: Seen): string[] {
  return buttons.map(({ label }) => label);
}

function seen(reply: Reply): Seen {
  if (reply.kind === 'form')
    return { verdict: 'form', by: 'form', replaces: false, text: reply.form.title, message: [], buttons: [] };
  if (reply.message instanceof Promise) throw new Error('a lookup answers at once');
  return {
    verdict: reply.verdict,
    by: reply.visibility === 'public' ? 'everyone' : 'the asker',
    replaces: reply.replace === true,
    text: reply.message.map(read).filter(Boolean).join('\n'),
    message: reply.message,
    buttons: reply.message.flatMap((part) => (part.kind === 'buttons' ? part.buttons : [])),
  };
}

/** A part as a member reads it. */
export function read(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `${part.heading ? '# ' : ''}${plain(part.text)}`;
    case 'note':
      return `(${plain(part.text)})`;
    case 'facts':
      return [
        ...(part.title ? [plain(part.title)] : []),
        ...part.items.map((item) => `- ${plain(item)}`),
      ].join('\n');
    case 'table':
      return part.rows.map((row) => row.map(plain).join(', ')).join('\n');
    case 'buttons':
      return '';
    case 'choice':
      return part.options.map(({ text }) => plain(text)).join('\n');
    case 'file':
      return part.content;
  }
}
