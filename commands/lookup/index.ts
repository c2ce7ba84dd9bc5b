import { actionId } from '../../src/chat/action.ts';
import { type Command, defineCommand } from '../../src/chat/command.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import { privately, type Reply, type Visibility } from '../../src/chat/reply.ts';
import type { Deck, Topic } from '../../src/core/knowledge/types.ts';
import { search } from '../../src/core/search/search.ts';
import { suggest } from '../../src/core/search/suggest.ts';
import type { Answer } from '../../src/core/search/types.ts';
import { serverKey } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import type { Settings } from '../../src/runtime/settings.ts';
import { browseCategory, browseDeck } from './browse.ts';
import { card, note, paragraph, row, wholeTopic } from './card.ts';
import { comparison } from './comparison.ts';
import { chosen, lookupOptions } from './options.ts';
import { say } from './sentences.ts';

/** A deck's own command: `/aws shield` answers, `/aws` browses. */
export function lookupCommand({ deck, index }: Shelf, settings: Pick<Settings, 'of'>): Command {
  const isHidden = (event: Event) => settings.of(serverKey(event)).hiddenDecks.includes(deck.command);
  return defineCommand({
    name: deck.command,
    summary: say.summary(deck),
    options: lookupOptions(say.question, (typed) => suggest(index, typed, 25).map(({ name }) => name)),
    run(values, event) {
      if (isHidden(event)) throw new UserError(say.hidden(deck));
      if (values.question === undefined) return browse(deck, '', 0, values.public ? 'public' : 'private');
      return answer(deck, search(index, values.question), chosen(values, event, settings), event);
    },
    actions: {
      show: ([id = '', visibility], _, event) =>
        showTopic(deck, topicOf(deck, id), {
          visibility: visibility === 'public' ? 'public' : 'private',
          event,
        }),
      share: ([id = '', fact], _, event) =>
        shared(card(deck, topicOf(deck, id), cardButtons(deck), fact ? Number(fact) : undefined), event),
      both: ([one = '', other = ''], _, event) =>
        shared(comparison(topicOf(deck, one), topicOf(deck, other), topicButtons(deck, [one, other])), event),
      more: ([id = '']) => privately(wholeTopic(deck, topicOf(deck, id), cardButtons(deck)), 'more'),
      browse: ([category = '', page]) => ({
        ...browse(deck, category, Number(page) || 0, 'private'),
        replace: true,
      }),
      group: ([category = ''], _, event) => shared(browse(deck, category, 0, 'public').message, event),
    },
  });
}

/** Turns what a search found into a reply; `asked` is the privacy that the asker chose or the platform's custom. */
export function answer(deck: Deck, found: Answer, asked: Visibility, event: Event): Reply {
  const [first, second] = found.results;
  if (found.category !== undefined) return showCategory(deck, found.category, asked, event);
  if (found.verdict === 'none' || !first) return nothing(deck, found);
  if (first.why === 'comparison' && second) return compare(deck, first.topic, second.topic, asked, event);
  if (found.verdict === 'ambiguous') return whichOne(deck, found, asked);
  return showTopic(deck, topicOf(deck, first.topic), {
    visibility: asked,
    event,
    fact: first.fact,
    verdict: found.verdict,
  });
}

/** Buttons that show topics to whoever clicks them. */
export function topicButtons(
  deck: Deck,
  ids: readonly string[],
  visibility: Visibility = 'private',
): Button[] {
  return ids.flatMap((id) => {
    const topic = deck.topics.find((one) => one.id === id);
    return topic ? [showButton(deck, topic, visibility)] : [];
  });
}

interface Showing {
  visibility: Visibility;
  event: Event;
  fact?: number | undefined;
  verdict?: string;
}

function showTopic(deck: Deck, topic: Topic, { visibility, event, fact, verdict = 'show' }: Showing): Reply {
  const share = shareable(visibility, event)
    ? {
        label: say.share,
        action: actionId(deck.command, 'share', topic.id, fact === undefined ? '' : String(fact)),
      }
    : undefined;
  const message = card(deck, topic, { ...cardButtons(deck), ...(share && { share }) }, fact);
  return { kind: 'message', visibility, message: signed(message, visibility, event), verdict };
}

function compare(deck: Deck, one: string, other: string, visibility: Visibility, event: Event): Reply {
  const buttons = [
    ...topicButtons(deck, [one, other]),
    ...(shareable(visibility, event)
      ? [{ label: say.share, action: actionId(deck.command, 'both', one, other) }]
      : []),
  ];
  const message = comparison(topicOf(deck, one), topicOf(deck, other), buttons);
  return { kind: 'message', visibility, message: signed(message, visibility, event), verdict: 'comparison' };
}

function showCategory(deck: Deck, category: string, visibility: Visibility, event: Event): Reply {
  const { message } = browse(deck, category, 0, visibility);
  const share = shareable(visibility, event)
    ? row([{ label: say.share, action: actionId(deck.command, 'group', category) }])
    : [];
  return {
    kind: 'message',
    visibility,
    message: signed([...message, ...share], visibility, event),
    verdict: 'category',
  };
}

function whichOne(deck: Deck, found: Answer, asked: Visibility): Reply {
  const ids = found.results.map(({ topic }) => topic);
  return privately(
    [paragraph(say.whichOne(found.query)), ...row(topicButtons(deck, ids, asked))],
    found.verdict,
  );
}

function nothing(deck: Deck, { query, results, elsewhere }: Answer): Reply {
  const near = topicButtons(
    deck,
    results.map(({ topic }) => topic),
  );
  return privately(
    [
      ...(elsewhere ? [paragraph(say.elsewhere(elsewhere))] : []),
      paragraph(elsewhere ? say.notCovered(deck) : say.nothing(query, deck)),
      ...(near.length > 0 ? [paragraph(say.nearest)] : elsewhere ? [] : [paragraph(say.tryOthers)]),
      ...row([...near, openButton(deck, say.browseAll, '', 0)]),
    ],
    elsewhere ? 'elsewhere' : 'none',
  );
}

/** A deck to browse, or one category of it, for the asker alone unless they want it otherwise. */
export function browse(deck: Deck, category: string, page: number, visibility: Visibility) {
  const buttons = {
    show: (topic: Topic) => showButton(deck, topic, 'private'),
    open: (label: string, id: string, at: number) => openButton(deck, label, id, at),
  };
  const message =
    (category === '' ? undefined : browseCategory(deck, category, buttons, page)) ??
    browseDeck(deck, buttons, page);
  return { kind: 'message', visibility, message, verdict: 'browse' } as const;
}

function shared(message: Message, event: Event): Reply {
  return {
    kind: 'message',
    visibility: 'public',
    message: [...message, note(say.sharedBy(event.actor.name))],
    verdict: 'share',
  };
}

/** Where channels are quiet, a public answer says whose question it answers: the platform does not. */
function signed(message: Message, visibility: Visibility, event: Event): Message {
  const wanted = visibility === 'public' && event.manner === 'quiet' && event.input.kind !== 'talk';
  return wanted ? [...message, note(say.askedBy(event.actor.name))] : message;
}

function shareable(visibility: Visibility, event: Event): boolean {
  return visibility === 'private' && event.manner === 'quiet' && !event.place.direct;
}

function cardButtons(deck: Deck) {
  return {
    show: (topic: Topic) => showButton(deck, topic, 'private'),
    quiz: (topic: Topic) => ({ label: say.quiz, action: actionId('quiz', 'solo', deck.command, topic.id) }),
    more: (topic: Topic) => ({ label: say.more, action: actionId(deck.command, 'more', topic.id) }),
  };
}

function showButton(deck: Deck, topic: Topic, visibility: Visibility): Button {
  return { label: topic.name, action: actionId(deck.command, 'show', topic.id, visibility) };
}

function openButton(deck: Deck, label: string, category: string, page: number): Button {
  return { label, action: actionId(deck.command, 'browse', category, String(page)) };
}

function topicOf(deck: Deck, id: string): Topic {
  const topic = deck.topics.find((one) => one.id === id);
  if (!topic) throw new UserError(say.topicGone);
  return topic;
}
