import { actionId } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import { text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, publicly, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import { playerOf, serverKey } from '../../src/runtime/keys.ts';
import { lines, note, paragraph, row } from '../lookup/card.ts';
import { say } from './sentences.ts';

const TOP = 10;
const DAY = 24 * 60 * 60_000;

export type Period = 'week' | 'month' | 'all';

/** The ten with the most right answers in a server; of two with as many, who was asked less. */
export function leaderboard(house: House, period: Period, event: Event): Reply {
  const server = serverOf(event);
  return publicly(
    (async (): Promise<Message> => {
      const scores = await house.store.records.leaderboard(server, since(period, event.at));
      const places = ranked(scores);
      return [
        { kind: 'text', heading: true, text: text(say.leaderboardTitle[period]) },
        ...(scores.length === 0
          ? [paragraph(say.leaderboardEmpty)]
          : lines(
              scores
                .slice(0, TOP)
                .map(({ name, right, asked }, index) =>
                  say.score(places[index] ?? index + 1, name, right, asked),
                ),
            )),
        note(say.leaderboardRules),
        ...row([{ label: say.buttons.myPlace, action: actionId('quiz', 'place', period) }]),
      ];
    })(),
    'leaderboard',
  );
}

/** The asker's own place, on the leaderboard or not. */
export function ownPlace(house: House, period: Period, event: Event): Reply {
  const server = serverOf(event);
  return privately(
    (async (): Promise<Message> => {
      const { id } = playerOf(event);
      const from = since(period, event.at);
      const own = await house.store.records.score(server, from, id);
      if (!own) return [paragraph(say.noScore)];
      const scores = await house.store.records.leaderboard(server, from);
      const index = scores.findIndex(({ player }) => player === id);
      return [paragraph(say.yourScore(ranked(scores)[index], own.right, own.asked))];
    })(),
    'place',
  );
}

/** When a period began, by UTC: weeks begin on Monday. */
export function since(period: Period, now: number): number {
  const date = new Date(now);
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  if (period === 'week') return midnight - ((date.getUTCDay() + 6) % 7) * DAY;
  return period === 'month' ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) : 0;
}

/** Places, shared by equal scores: 1, 1, 3. */
function ranked(scores: readonly { right: number; asked: number }[]): number[] {
  const places: number[] = [];
  for (const [index, { right, asked }] of scores.entries()) {
    const before = scores[index - 1];
    const shared = before && before.right === right && before.asked === asked;
    places.push(shared ? (places[index - 1] ?? index + 1) : index + 1);
  }
  return places;
}

function serverOf(event: Event): string {
  const server = serverKey(event);
  if (server === undefined) throw new UserError(say.noServer);
  return server;
}
