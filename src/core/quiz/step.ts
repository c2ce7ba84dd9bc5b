import { answer } from './answer.ts';
import { order, press } from './controls.ts';
import { forget } from './forget.ts';
import { join } from './join.ts';
import { refusedPost } from './pause.ts';
import { posted, postedTooLate } from './posted.ts';
import { restart } from './restart.ts';
import { isLive, type LiveRound, refuse } from './round.ts';
import { tick } from './tick.ts';
import type { RoundEvent, RoundSetup, RoundState, Step } from './types.ts';

/**
 * What an event makes of a round. One that does not fit changes nothing, gives back the very same state and says why; so any event may come
 * twice, late or out of order.
 *
 * @param now milliseconds since 1970
 */
export function step(setup: RoundSetup, state: RoundState, event: RoundEvent, now: number): Step {
  if (event.kind === 'forget') return forget(state, event);
  if (!isLive(state)) return event.kind === 'posted' ? postedTooLate(state, event) : refuse(state, 'over');
  const taken = respond(setup, state, event, now);
  if (taken.refused !== undefined || actorOf(event) !== state.host.id) return taken;
  return { ...taken, state: { ...taken.state, hostSeenAt: now } };
}

type LiveEvent = Exclude<RoundEvent, { kind: 'forget' }>;

function respond(setup: RoundSetup, state: LiveRound, event: LiveEvent, now: number): Step {
  switch (event.kind) {
    case 'posted':
      return posted(setup, state, event, now);
    case 'refused':
      return refusedPost(state, event, now);
    case 'join':
      return join(setup, state, event.player);
    case 'answer':
      return answer(setup, state, event);
    case 'tick':
      return tick(setup, state, now);
    case 'restart':
      return restart(state, event.away, now);
    case 'begin':
    case 'stop':
    case 'skip':
    case 'pause':
    case 'resume':
      return order(setup, state, event, now);
    case 'reveal':
    case 'next':
    case 'hold':
      return press(setup, state, event, now);
  }
}

/** The id of the member who did it. */
function actorOf(event: LiveEvent): string | undefined {
  if ('by' in event) return event.by.id;
  return 'player' in event ? event.player.id : undefined;
}
