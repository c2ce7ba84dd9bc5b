import { type Finding, fault, fine, note, type Outlook, type Watched } from '../../chat/examination.ts';
import { count } from '../figures.ts';

/** A place, and what its platform says of it. */
export interface Seen {
  watched: Watched;
  outlook: Outlook;
}

/** Places that are shown one by one. */
const SHOWN = 20;

const kinds = { tip: 'the tip of the day', question: 'the question of the day' };

type Posts = Watched['posts'];

/** What is amiss place by place, and the others in one line. */
export function placeFindings(seen: readonly Seen[]): Finding[] {
  const amiss = seen.flatMap(({ watched, outlook }) => findingOf(watched.posts, outlook) ?? []);
  const unknown = seen.flatMap(({ outlook }) => (outlook.state === 'unknown' ? [outlook] : []));
  const open = seen.length - amiss.length - unknown.length;
  return [
    ...(open > 0 ? [fine('Channels', `in ${count(open, 'channel')} it may post what is due there.`)] : []),
    ...amiss.slice(0, SHOWN),
    ...(amiss.length > SHOWN
      ? [fault('Channels', `${count(amiss.length - SHOWN, 'other')} like these; mend these first.`)]
      : []),
    ...[...Map.groupBy(unknown, ({ why }) => why)].map(([why, some]) =>
      note(some.length === 1 ? (some[0]?.name ?? '') : count(some.length, 'channel'), why),
    ),
  ];
}

/** Undefined for a place where all is well, or where nobody can know. */
function findingOf(posts: Posts, outlook: Outlook): Finding | undefined {
  const { name, state } = outlook;
  const live = posts.filter(({ paused }) => !paused);
  const refused = posts.filter(({ paused }) => paused === 'refused');
  const asked = posts.filter(({ paused }) => paused === 'asked');
  const resting = asked.length > 0 ? [`Somebody has paused ${listed(asked)}.`] : [];
  if (state === 'unknown') return undefined;
  if (state === 'open') {
    if (live.length === posts.length) return undefined;
    const again =
      refused.length > 0
        ? [`posting of ${listed(refused)} was paused after a day of refusals. It is possible again now.`]
        : [];
    return note(name, [...again, ...resting, '`/tips resume` there goes on.'].join(' '));
  }
  const wanted = state === 'gone' ? live : [...live, ...refused];
  if (wanted.length === 0)
    return note(name, [`posting of ${listed(posts)} is paused.`, outlook.why].join(' '));
  const then =
    refused.length > 0 ? ['Then type `/tips resume` there: after a day of refusals it was paused.'] : [];
  return fault(name, [`${listed(wanted)} cannot be posted.`, outlook.why, ...then, ...resting].join(' '));
}

function listed(posts: Posts): string {
  return posts.map(({ kind }) => kinds[kind]).join(' and ');
}
