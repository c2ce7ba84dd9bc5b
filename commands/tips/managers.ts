import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Permissions } from '../../src/chat/permissions.ts';
import type { House } from '../../src/runtime/house.ts';
import { say } from './sentences.ts';

/**
 * What the actor may do, who has to manage the server; in a direct conversation everybody manages their own.
 *
 * @throws UserError for everybody else
 */
export async function onlyManagers(house: House, event: Event): Promise<Permissions> {
  const permissions = await house.permissions(event);
  if (!permissions.manages && !event.place.direct) throw new UserError(say.needsManager);
  return permissions;
}
