import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { House } from '../../src/runtime/house.ts';
import { serverKey } from '../../src/runtime/keys.ts';
import { say } from './sentences.ts';

/**
 * The server that an event comes from.
 *
 * @throws UserError where there is none
 */
export function serverOf(event: Event): string {
  const server = serverKey(event);
  if (server === undefined) throw new UserError(say.needsServer);
  return server;
}

/** @throws UserError unless the actor manages the server */
export async function onlyManagers(house: House, event: Event): Promise<void> {
  const { manages } = await house.permissions(event);
  if (!manages) throw new UserError(say.needsManager);
}
