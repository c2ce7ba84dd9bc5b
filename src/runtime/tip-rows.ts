import type { Message } from '../chat/message.ts';
import { chooseTip } from '../core/tips/choose.ts';
import type { Daily, DailyAnswer, NewRow, Subscription, Tables } from '../store/types.ts';
import { closeDaily, drawDaily } from './dailies.ts';
import { ownId } from './keys.ts';
import { questionsAbout, tipsAbout } from './subjects.ts';
import type { TipsDeps } from './tips.ts';

/** The rows that put the next tip or question of a subscription out; none when its deck is gone. What was shown is noted with them. */
export async function rowsFor(
  tables: Tables,
  { platform, place, kind, subject, id, ...rest }: Subscription,
  { shelves, views, clock, randomId }: Pick<TipsDeps, 'shelves' | 'views' | 'clock' | 'randomId'>,
): Promise<NewRow[]> {
  const now = clock.now();
  const row = { platform, lane: 'tip', at: now } as const;
  const post = (message: Message, replyTo?: string) =>
    ({ kind: 'post', place: ownId(place), message, ...(replyTo !== undefined && { replyTo }) }) as const;
  if (kind === 'tip') {
    const shown = await tables.subscriptions.shown(place);
    const tip = chooseTip(tipsAbout(shelves(), subject), shown, place);
    if (!tip) return [];
    await tables.subscriptions.setShown(place, shown.includes(tip.id) ? [tip.id] : [...shown, tip.id]);
    return [{ ...row, subscription: id, dispatch: post(views.tip(tip, shelves())) }];
  }
  const candidates = questionsAbout(shelves(), subject);
  const daily = await drawDaily(tables, { platform, place, ...rest }, candidates, { id: randomId(), now });
  if (!daily) return [];
  const before = await closeDaily(tables, place, now);
  await tables.dailies.add(daily);
  return [
    ...(before && wasSeen(before)
      ? [{ ...row, dispatch: post(views.reveal(before.daily, before.answers), before.daily.message) }]
      : []),
    { ...row, subscription: id, dispatch: post(views.question(daily)) },
  ];
}

/** A question that never came out and that nobody has answered is not worth a word. */
function wasSeen({ daily, answers }: { daily: Daily; answers: readonly DailyAnswer[] }): boolean {
  return daily.message !== undefined || answers.length > 0;
}
