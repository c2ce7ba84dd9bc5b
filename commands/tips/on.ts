import { actionId } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { Topic } from '../../src/core/knowledge/types.ts';
import { readTime } from '../../src/core/tips/time-of-day.ts';
import { readDays } from '../../src/core/tips/weekdays.ts';
import { zoneNamed } from '../../src/core/tips/zone.ts';
import { findZones } from '../../src/core/tips/zones.ts';
import type { House } from '../../src/runtime/house.ts';
import { placeKey, playerOf, serverKey } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { questionsAbout, tipsAbout } from '../../src/runtime/subjects.ts';
import type { SubscriptionKind } from '../../src/runtime/tips.ts';
import { paragraph, row } from '../lookup/card.ts';
import { aboutOf, subjectOf } from '../quiz/subject.ts';
import { onlyManagers } from './managers.ts';
import { say } from './sentences.ts';

const USUAL_TIME = '09:00';

/** The options of `/tips on`, as they were given. */
export interface Wish {
  time: string | undefined;
  zone: string | undefined;
  days: string | undefined;
  words: string | undefined;
  kind: SubscriptionKind;
}

/** Sets up a tip or question a day for the place, and shows what will come when. */
export function turnOn(shelves: readonly Shelf[], house: House, wish: Wish, event: Event): Reply {
  const time = readTime(wish.time ?? USUAL_TIME);
  if (time === undefined) throw new UserError(say.noTime(wish.time ?? ''));
  const days = readDays(wish.days ?? 'every');
  if (days === undefined) throw new UserError(say.noDays(wish.days ?? ''));
  const found = subjectOf(shelves, wish.words, undefined, undefined);
  const chosen = 'title' in found ? found : { ...found, title: listed(found.topics) };
  const subject = { ...aboutOf(chosen), title: chosen.title };
  const supply = wish.kind === 'tip' ? tipsAbout(shelves, subject) : questionsAbout(shelves, subject);
  if (supply.length === 0) throw new UserError(say.noSubject(subject.title, wish.kind));

  const message = async (): Promise<Message> => {
    const { cannotPost } = await onlyManagers(house, event);
    if (cannotPost !== undefined) throw new UserError(cannotPost);
    const zone = await zoneFor(house, wish.zone, event);
    const server = serverKey(event);
    const subscription = await house.tips.subscribe({
      platform: event.platform,
      place: placeKey(event),
      ...(server !== undefined && { server }),
      kind: wish.kind,
      schedule: { time, zone, days },
      subject,
      by: playerOf(event),
    });
    const preview = await house.tips.preview(subscription);
    return [
      paragraph(say.comes(subscription)),
      paragraph(say.next(subscription)),
      ...(wish.kind === 'question' ? [paragraph(say.previewQuestion)] : []),
      ...(preview.length > 0
        ? [paragraph(say.preview), ...preview.filter(({ kind }) => kind !== 'buttons')]
        : []),
      ...row([{ label: say.buttons.now, action: actionId('tips', 'now', wish.kind) }]),
    ];
  };
  return privately(message(), 'on');
}

/** The zone that was named, else the server's, else that of the asker's profile. One that is named is kept for the server. */
async function zoneFor(house: House, said: string | undefined, event: Event): Promise<string> {
  const server = serverKey(event);
  const settings = house.settings.of(server);
  if (said === undefined) {
    const zone = settings.zone ?? (await house.timeZone(event));
    if (zone === undefined) throw new UserError(say.whichZone);
    return zone;
  }
  const [guess] = findZones(said, 1);
  const zone = zoneNamed(said) ?? guess?.value;
  if (zone === undefined) throw new UserError(say.noZone(said, settings.zone ?? 'Europe/Berlin'));
  if (server !== undefined && zone !== settings.zone)
    await house.settings.change(server, { ...settings, zone });
  return zone;
}

function listed(topics: readonly Topic[]): string {
  return topics.map(({ name }) => name).join(', ');
}
