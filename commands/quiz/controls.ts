import { wholeNumber } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import { picksOf } from '../../src/core/quiz/picks.ts';
import type { Controller, Refusal, RoundEvent } from '../../src/core/quiz/types.ts';
import type { House } from '../../src/runtime/house.ts';
import { placeKey, playerOf } from '../../src/runtime/keys.ts';
import type { Acted } from '../../src/runtime/rounds.ts';
import { paragraph } from '../lookup/card.ts';
import { say } from './sentences.ts';
import { choicesNamed } from './views.ts';

/** What the host does to a round by its place. */
export type Control = 'stop' | 'skip' | 'pause' | 'resume';
/** What a button of a question or its reveal does. */
export type Turn = 'reveal' | 'next' | 'hold';

/** Stops, skips, pauses or resumes the round of the place. */
export function control(house: House, kind: Control, event: Event): Reply {
  return privately(
    (async () => {
      const live = await house.rounds.at(placeKey(event));
      if (!live) throw new UserError(say.noRound);
      return steer(house, live.setup.id, kind, event);
    })(),
    kind,
  );
}

/** Begins at once, instead of waiting for more players. */
export function begin(house: House, id: string, event: Event): Reply {
  return privately(steer(house, id, 'begin', event), 'begin');
}

/** Moves a question on. */
export function turn(house: House, kind: Turn, id: string, question: number, event: Event): Reply {
  return privately(
    (async () => {
      accepted(await actAs(house, id, event, (by) => ({ kind, question, by })), kind);
      return [paragraph(say.done[kind])];
    })(),
    kind,
  );
}

export function join(house: House, id: string, event: Event): Reply {
  return privately(
    (async () => {
      const acted = await house.rounds.act(id, { kind: 'join', player: playerOf(event) }, placeKey(event));
      const { state } = accepted(acted, 'join');
      return [paragraph(say.joined(Object.keys(state.players).length))];
    })(),
    'join',
  );
}

/** Takes an answer down. What is said back does not tell whether it is right. */
export function answer(
  house: House,
  id: string,
  question: number,
  values: readonly string[],
  event: Event,
): Reply {
  const picks = values.map(wholeNumber);
  return privately(
    (async (): Promise<Message> => {
      const given: RoundEvent = { kind: 'answer', player: playerOf(event), question, picks, at: event.at };
      const { setup, state } = accepted(await house.rounds.act(id, given, placeKey(event)), 'answer');
      const asked = setup.questions[question];
      const kept = state.answers[playerOf(event).id]?.picks ?? picks;
      const answered = Object.keys(state.answers).length;
      return asked ? [paragraph(say.recorded(choicesNamed(asked, kept), answered))] : [];
    })(),
    'answer',
  );
}

async function steer(house: House, id: string, kind: Control | 'begin', event: Event): Promise<Message> {
  accepted(await actAs(house, id, event, (by) => ({ kind, by })), kind);
  return [paragraph(say.done[kind])];
}

/** The platform is asked what the actor may do only where it matters: a host can always act, whatever the platform answers. */
async function actAs(house: House, id: string, event: Event, eventBy: (by: Controller) => RoundEvent) {
  const by = { ...playerOf(event), moderates: false };
  const acted = await house.rounds.act(id, eventBy(by), placeKey(event));
  if (acted?.refused !== 'not yours') return acted;
  const { moderates } = await house.permissions(event);
  return moderates ? house.rounds.act(id, eventBy({ ...by, moderates }), placeKey(event)) : acted;
}

/**
 * The round after an event; a second equal one is as good as the first.
 *
 * @throws UserError saying why nothing changed
 */
function accepted(acted: Acted | undefined, kind: RoundEvent['kind']) {
  if (!acted) throw new UserError(say.over);
  const { round, refused } = acted;
  if (refused === undefined || refused === 'no change') return round;
  throw new UserError(refusal(refused, kind, acted));
}

function refusal(refused: Exclude<Refusal, 'no change'>, kind: RoundEvent['kind'], { round }: Acted): string {
  const { host, phase, question } = round.state;
  switch (refused) {
    case 'closed':
      return say.closed;
    case 'over':
      return say.over;
    case 'not yours':
      return kind === 'next' || kind === 'reveal' ? say.notYoursYet(host.name) : say.notYours(host.name);
    case 'wrong picks': {
      const asked = round.setup.questions[question];
      return say.wrongPicks(asked ? picksOf(asked) : 1);
    }
    case 'not now':
      if (kind === 'answer' && phase === 'paused') return say.notNow.paused;
      return kind === 'begin' || kind === 'resume' || kind === 'pause' ? say.notNow[kind] : say.notNow.other;
  }
}
