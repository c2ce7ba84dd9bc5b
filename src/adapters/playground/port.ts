import type { Port, Posted } from '../../chat/port.ts';
import type { Board, Post } from './board.ts';

/** The one member who may do everything, so that both sides of each rule can be tried. */
const MANAGER = 'ana';

/** The playground as the runtime posts to it: whatever is posted stands on the board, and a key is known for as long as its post stands. */
export function boardPort(board: Board): Port {
  return {
    idempotentFor: Number.POSITIVE_INFINITY,
    pace: { burst: Number.POSITIVE_INFINITY, steady: Number.POSITIVE_INFINITY },
    async post(posting) {
      return posted(await board.post(posting));
    },
    edit: board.edit,
    async direct(member, message, key) {
      return posted(await board.post({ place: directPlace(member), message, key }));
    },
    async find({ place, key }) {
      const found = board.find(place, key);
      return found ? posted(found) : 'absent';
    },
    async permissions({ actor }) {
      return { moderates: actor.id === MANAGER, manages: actor.id === MANAGER };
    },
    timeZone: async () => undefined,
    isIn: async () => true,
    linkTo: () => undefined,
  };
}

/** A member's own conversation with the bot, under the name that page/people.js gives it. */
function directPlace(member: string): string {
  return `direct-${member}`;
}

function posted({ id, at }: Post): Posted {
  return { id, at };
}
