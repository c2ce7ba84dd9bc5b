import { actionId } from '../../src/chat/action.ts';
import { type CommandGroup, defineSubcommand } from '../../src/chat/command.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import { text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import { findZones } from '../../src/core/tips/zones.ts';
import type { House } from '../../src/runtime/house.ts';
import { placeKey } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import type { Subscription, SubscriptionKind } from '../../src/runtime/tips.ts';
import { paragraph, row } from '../lookup/card.ts';
import { subjectSuggestions } from '../quiz/subject.ts';
import { answerDaily, showDaily } from './daily.ts';
import { onlyManagers } from './managers.ts';
import { turnOn } from './on.ts';
import { say } from './sentences.ts';

const kinds = (['tip', 'question'] as const).map((kind) => ({ label: say.kinds[kind], value: kind }));
const kind = { type: 'choice', summary: say.options.kind, choices: kinds } as const;

/** A tip a day, or a question of the day, in the channel that asks for it. */
export function tipsCommand(shelvesSeenBy: (event?: Event) => readonly Shelf[], house: House): CommandGroup {
  const topics = (typed: string) =>
    subjectSuggestions(shelvesSeenBy(), typed).map((name) => ({ label: name, value: name }));
  const options = {
    topic: { type: 'text', summary: say.options.topic, rest: true, suggest: topics },
    time: { type: 'text', summary: say.options.time, longest: 20 },
    timezone: {
      type: 'text',
      summary: say.options.timezone,
      longest: 60,
      suggest: (typed: string) => findZones(typed, 25),
    },
    days: { type: 'text', summary: say.options.days, longest: 60 },
    kind,
  } as const;
  const each = (name: string, summary: string, act: (one: Subscription) => Promise<Message>) =>
    defineSubcommand({
      name,
      summary,
      options: { kind },
      run: (values, event) => privately(forEach(house, kindOf(values.kind), event, act), name),
    });
  const status = (event: Event): Reply => privately(statusHere(house, event), 'status');
  const postNow = async (one: Subscription) => {
    await house.tips.postNow(one);
    return [paragraph(say.posting(one.kind))];
  };

  return {
    name: 'tips',
    summary: say.summary,
    subcommands: [
      defineSubcommand({
        name: 'on',
        summary: say.on,
        options,
        run: ({ topic, time, timezone, days, kind: chosen }, event) =>
          turnOn(
            shelvesSeenBy(event),
            house,
            { words: topic, time, zone: timezone, days, kind: kindOf(chosen) ?? 'tip' },
            event,
          ),
      }),
      each('off', say.off, async ({ place, kind: which }) => {
        await house.tips.remove(place, which);
        return [paragraph(say.ended(which))];
      }),
      each('now', say.now, postNow),
      defineSubcommand({
        name: 'status',
        summary: say.status,
        options: {},
        run: (_, event) => status(event),
      }),
      each('pause', say.pause, async (one) => {
        await house.tips.pause(one);
        return [paragraph(say.silent(one))];
      }),
      each('resume', say.resume, async (one) => {
        const resumed = await house.tips.resume(one);
        if (!resumed) throw new UserError(say.noneOf(one.kind));
        return [paragraph(say.comes(resumed)), paragraph(say.next(resumed))];
      }),
    ],
    bare: status,
    actions: {
      now: ([which], _, event) => privately(forEach(house, kindOf(which), event, postNow), 'now'),
      answer: ([id = ''], picks, event) => answerDaily(house, id, picks, event),
      show: ([id = ''], _, event) => showDaily(house, id, event),
      form: () => ({
        kind: 'form',
        verdict: 'form',
        form: { to: { command: 'tips on' }, title: say.form, options, given: {} },
      }),
    },
  };
}

/** Does something with what the place has of this kind, or of both. */
async function forEach(
  house: House,
  kindWanted: SubscriptionKind | undefined,
  event: Event,
  act: (subscription: Subscription) => Promise<Message>,
): Promise<Message> {
  await onlyManagers(house, event);
  const here = await house.tips.at(placeKey(event));
  const meant = here.filter((one) => kindWanted === undefined || one.kind === kindWanted);
  if (meant.length === 0) throw new UserError(kindWanted ? say.noneOf(kindWanted) : say.none);
  const messages: Message[] = [];
  for (const one of meant) messages.push(await act(one));
  return messages.flat();
}

async function statusHere(house: House, event: Event): Promise<Message> {
  const here = await house.tips.at(placeKey(event));
  if (here.length === 0)
    return [paragraph(text(say.none)), ...row([{ label: say.form, action: actionId('tips', 'form') }])];
  return here.flatMap((one) => [
    paragraph(say.statusOf(one)),
    ...(one.failingSince !== undefined && !one.paused ? [paragraph(say.failing(one.failingSince))] : []),
    ...(one.untold ? [paragraph(say.untold)] : []),
  ]);
}

function kindOf(said: string | undefined): SubscriptionKind | undefined {
  return said === 'tip' || said === 'question' ? said : undefined;
}
