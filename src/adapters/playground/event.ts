import { z } from 'zod';
import { UserError } from '../../chat/errors.ts';
import type { Event } from '../../chat/event.ts';

const name = z.string().min(1).max(80);
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const posted = z.strictObject({
  member: z.strictObject({ id: name, name }),
  place: z.strictObject({ id: name, direct: z.boolean() }),
  input: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('command'), command: name, options: values }),
    z.strictObject({ kind: z.literal('line'), command: name, text: z.string() }),
    z.strictObject({ kind: z.literal('action'), action: z.string(), values: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('talk'), text: z.string() }),
    z.strictObject({ kind: z.literal('menu'), menu: name, text: z.string() }),
    z.strictObject({ kind: z.literal('home') }),
  ]),
});

/** The one server there is, to which the channel belongs. */
const SERVER = 'hall';

/** What the page posts when a member does something. */
export type Posted = z.infer<typeof posted>;

/**
 * Makes an event of what the page posted.
 *
 * @param at milliseconds since 1970
 * @throws UserError naming the first field that does not fit
 */
export function readEvent(json: unknown, id: string, at: number): Event {
  const { data, error } = posted.safeParse(json);
  if (data) {
    const { member, place, input } = data;
    const server = place.direct ? {} : { server: SERVER };
    return { id, at, platform: 'playground', manner: 'open', actor: member, place, ...server, input };
  }
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'the whole';
  throw new UserError(`The playground cannot read this event: ${field}: ${issue?.message ?? 'unreadable'}.`);
}
