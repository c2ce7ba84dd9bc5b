import { actionId } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { RoundSetup } from '../../src/core/quiz/types.ts';
import type { House } from '../../src/runtime/house.ts';
import { placeKey, playerOf, serverKey } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { paragraph, row } from '../lookup/card.ts';
import { say } from './sentences.ts';
import { startSolo } from './solo.ts';
import {
  aboutOf,
  candidatesOf,
  type Subject,
  subjectAbout,
  subjectOf,
  topicSubject,
  type Unclear,
} from './subject.ts';

const USUAL_SECONDS = 60;
export const USUAL_COUNT = 10;
/** Questions of a round, at most. */
export const MOST = 50;

/** How a round is to be played. */
export interface Game {
  count: number;
  seconds: number | null;
  level: number | undefined;
  scoring: RoundSetup['scoring'];
}

/** The options of `/quiz start`, read. */
export interface Asked extends Game {
  words: string | undefined;
  deck: string | undefined;
}

/**
 * Reads a time for each question: 10 to 300 seconds, or null for `none`.
 *
 * @throws UserError for anything else
 */
export function readSeconds(said: string | undefined): number | null {
  if (said === undefined) return USUAL_SECONDS;
  if (/^none$/i.test(said)) return null;
  const seconds = /^\d{1,3}$/.test(said) ? Number(said) : Number.NaN;
  if (!(seconds >= 10 && seconds <= 300)) throw new UserError(say.wrongSeconds);
  return seconds;
}

/** What a button says of the number: 1 to 50, as the command takes it; else the usual one. */
function countOf(said: string | undefined): number {
  const count = Number(said);
  return Number.isInteger(count) && count >= 1 && count <= MOST ? count : USUAL_COUNT;
}

/** Begins a round in the channel, or a solo where there is nobody else. */
export function start(shelves: readonly Shelf[], house: House, asked: Asked, event: Event): Reply {
  if (event.place.direct) return startSolo(shelves, house, asked, event);
  return privately(
    (async () => {
      const usual = await house.store.rounds.lastDeck(placeKey(event));
      const subject = subjectOf(shelves, asked.words, asked.deck, usual);
      return 'title' in subject
        ? startOn(house, subject, asked, event)
        : whichSubject(subject, asked, asked.words ?? '');
    })(),
    'start',
  );
}

/** Begins the round that a button asks for. */
export function startByButton(
  shelves: readonly Shelf[],
  house: House,
  [command = '', topic = '', count, seconds, level, scoring]: readonly string[],
  event: Event,
): Reply {
  const subject = topicSubject(shelves, command, topic);
  if (!subject) throw new UserError(say.noTopic(topic));
  const game: Game = {
    count: countOf(count),
    seconds: readSeconds(seconds),
    level: level ? Number(level) : undefined,
    scoring: scoring === 'party' ? 'party' : 'study',
  };
  return privately(startOn(house, subject, game, event), 'start');
}

/** Begins a round like one that was played. */
export function again(shelves: readonly Shelf[], house: House, id: string, event: Event): Reply {
  return privately(
    (async () => {
      const round = await house.store.rounds.get(id);
      if (!round) throw new UserError(say.over);
      const { about, questions, seconds, scoring, title } = round.setup;
      const subject = subjectAbout(shelves, about, title);
      if (!subject) throw new UserError(say.noTopic(title));
      return startOn(
        house,
        subject,
        { count: questions.length, seconds, level: about.level, scoring },
        event,
      );
    })(),
    'again',
  );
}

async function startOn(house: House, subject: Subject, game: Game, event: Event): Promise<Message> {
  const { title } = subject;
  if (game.scoring === 'party' && game.seconds === null) throw new UserError(say.noPartyWithoutTime);
  const candidates = candidatesOf(subject, game.level);
  const { cannotPost, moderates } = await house.permissions(event);
  if (house.settings.of(serverKey(event)).starters === 'moderators' && !moderates)
    throw new UserError(say.moderatorsStart);
  if (cannotPost !== undefined) throw new UserError(cannotPost);
  const server = serverKey(event);
  const { count, seconds, scoring } = game;
  const { started, round } = await house.rounds.start({
    platform: event.platform,
    place: placeKey(event),
    ...(server !== undefined && { server }),
    host: playerOf(event),
    title,
    about: aboutOf(subject, game.level),
    seconds,
    scoring,
    count,
    candidates,
  });
  if (started) return [paragraph(say.starting(title))];
  const { question, opening } = round.state.messages;
  const message = question ?? opening;
  return [paragraph(say.running(round, message && house.linkTo(event, message)))];
}

/** Offers the topics that the words may mean, each with the game that was asked for. */
function whichSubject(
  { deck, topics }: Unclear,
  { count, seconds, level, scoring }: Game,
  words: string,
): Message {
  const game = [
    String(count),
    seconds === null ? 'none' : String(seconds),
    level ? String(level) : '',
    scoring,
  ];
  return [
    paragraph(say.whichTopic(words)),
    ...row(
      topics.map(({ id, name }) => ({
        label: name,
        action: actionId('quiz', 'start', deck.command, id, ...game),
      })),
    ),
  ];
}
