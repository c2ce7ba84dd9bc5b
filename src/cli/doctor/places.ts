import { PlatformError } from '../../chat/errors.ts';
import type { PlatformName } from '../../chat/event.ts';
import { type Examination, type Finding, fine, note, type Watched } from '../../chat/examination.ts';
import { ownId } from '../../runtime/keys.ts';
import type { Held } from '../../store/holding.ts';
import { count } from '../figures.ts';
import { placeFindings, type Seen } from './outlooks.ts';

/** Places that are asked about at once. */
const TOGETHER = 5;

/** The places of a platform with a subscription: first those that have refused something. */
export function watchedOn(platform: PlatformName, subscriptions: readonly Held[]): Watched[] {
  const own = subscriptions.filter((one) => one.platform === platform);
  const refusing = (held: readonly Held[]) => held.some(({ refusing }) => refusing);
  return [...Map.groupBy(own, ({ place }) => place)]
    .sort(([, one], [, other]) => Number(refusing(other)) - Number(refusing(one)))
    .map(([place, held]) => {
      const server = held[0]?.server;
      return {
        place: ownId(place),
        ...(server && { server: ownId(server) }),
        posts: held.map(({ kind, paused }) => ({ kind, ...(paused && { paused }) })),
      };
    });
}

/** Asks a platform whether what is posted day by day can be posted. */
export async function examinePlaces(
  watched: readonly Watched[],
  places: Examination['places'],
): Promise<Finding[]> {
  if (watched.length === 0) return [fine('Channels', 'nothing is posted day by day yet.')];
  const many = count(watched.length, 'channel');
  if (!places) return [note('Channels', `whether it may post in ${many} cannot be asked.`)];
  const { seen, cut } = await looked(watched, places);
  return [
    ...placeFindings(seen),
    ...(cut === undefined ? [] : [note('Channels', `of ${many}, ${seen.length} were looked at. ${cut}`)]),
  ];
}

/** @returns also why there are not more */
async function looked(
  watched: readonly Watched[],
  { look, most }: NonNullable<Examination['places']>,
): Promise<{ seen: Seen[]; cut?: string }> {
  const seen: Seen[] = [];
  const some = watched.slice(0, most);
  try {
    for (let first = 0; first < some.length; first += TOGETHER) {
      const next = some.slice(first, first + TOGETHER);
      seen.push(
        ...(await Promise.all(next.map(async (one) => ({ watched: one, outlook: await look(one) })))),
      );
    }
  } catch (error) {
    if (error instanceof PlatformError) return { seen, cut: error.message };
    throw error;
  }
  const rest = watched.length > most;
  return { seen, ...(rest && { cut: 'To ask about more would take from what a running program may ask.' }) };
}
