import type { Event } from '../../src/chat/event.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import { playerOf } from '../../src/runtime/keys.ts';
import { paragraph } from '../lookup/card.ts';
import { serverOf } from './manager.ts';
import { say } from './sentences.ts';

/** Takes the asker off the server's leaderboard, or puts them back. */
export function hide(house: House, hidden: boolean, event: Event): Reply {
  const server = serverOf(event);
  return privately(
    house.store.members
      .hide(server, playerOf(event).id, hidden)
      .then(() => [paragraph(hidden ? say.hidden : say.shown)]),
    hidden ? 'hide' : 'show',
  );
}
