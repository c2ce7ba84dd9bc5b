import { type Markup, md, time } from '../../src/chat/markup.ts';
import { daysInWords } from '../../src/core/tips/weekdays.ts';
import type { Subscription, SubscriptionKind } from '../../src/runtime/tips.ts';

/** Everything that the tips say to members, in one place. */
export const say = {
  summary: 'A tip a day, or a question of the day, in this channel',
  form: 'A tip a day here',
  on: 'Begin a tip or a question a day in this channel',
  off: 'End the tip or question a day in this channel',
  now: 'Post the next one at once',
  status: 'What is posted here, and when next',
  pause: 'Post nothing until /tips resume',
  resume: 'Go on after a pause',
  options: {
    time: 'When: 09:00, 9am, 21:30. Usually 09:00',
    timezone: 'Whose clock: Europe/Berlin, or begin to type a city or country',
    days: 'On which days: every, weekdays, weekend, or such as mon,wed',
    topic: 'A topic or category; everything if left out',
    kind: 'A tip, or a question of the day',
  },
  kinds: { tip: 'tip', question: 'question' },

  noTime: (said: string) => `“${said}” is no time of day. Write it like 09:00 or 9pm.`,
  noDays: (said: string) => `“${said}” are no days. Write every, weekdays, weekend, or such as mon,wed.`,
  noZone: (said: string, example: string) =>
    `I know no time zone “${said}”. Name a large city or a country, or write it like ${example}.`,
  whichZone:
    'Whose clock is meant? Add the time zone once, and I keep it for this server: timezone:Europe/Berlin.',
  needsManager:
    'Only whoever manages this server can set that: on Discord that takes “Manage Server”, on Slack an admin or owner.',
  noSubject: (title: string, kind: SubscriptionKind) =>
    kind === 'tip' ? `There are no tips about ${title} yet.` : `There are no questions about ${title} yet.`,
  none: 'Nothing is posted here day by day. Type /tips on to begin; in a server that is for whoever manages it.',
  noneOf: (kind: SubscriptionKind) => `There is no ${kindName(kind)} here. Begin with /tips on.`,

  comes: (subscription: Subscription) => md`**${about(subscription)}** comes here ${when(subscription)}.`,
  next: ({ due, schedule }: Subscription) => md`The next comes on ${date(due.at, schedule.zone)}.`,
  preview: md`It will look like this:`,
  previewQuestion: md`It is a question with choices. Everyone answers in private, and the right answer is posted with the next question; “Show me” tells it sooner to whoever asks.`,
  ended: (kind: SubscriptionKind) => md`No ${kindName(kind)} comes here any more.`,
  posting: (kind: SubscriptionKind) => md`The ${kindName(kind)} is on its way.`,
  silent: (subscription: Subscription) =>
    md`**${about(subscription)}** is paused. It goes on with \`/tips resume\`.`,
  statusOf: (subscription: Subscription): Markup =>
    subscription.paused
      ? md`**${about(subscription)}** is paused: ${subscription.paused === 'asked' ? 'somebody asked for it' : 'this channel has taken no message for a day'}. It goes on with \`/tips resume\`.`
      : md`**${about(subscription)}** comes ${when(subscription)}; next on ${date(subscription.due.at, subscription.schedule.zone)}, set up by ${subscription.by.name}.`,
  failing: (since: number) =>
    md`This channel has refused my messages since ${time(since)}. I try again, for a day in all.`,
  untold: md`I could not write to whoever set it up about that.`,

  tellPaused: ({ subject }: Subscription) =>
    md`I could not post “${subject.title}” in its channel for a whole day, so I have paused it. When I may post there again, type \`/tips resume\` in that channel.`,

  tipOf: (topic: string) => md`**Tip of the day: ${topic}**`,
  source: (file: string, line: number) => md`From ${file}, line ${line}`,
  docs: 'Documentation',
  questionNote: md`Question of the day · open until the next one · answers are private and may be changed`,
  revealTitle: 'The last question of the day',
  numbers: (right: number, answered: number) =>
    answered === 0
      ? md`Nobody answered it.`
      : md`${right} of ${answered} ${right === 1 ? 'was' : 'were'} right.`,
  recorded: (picks: Markup) =>
    md`Recorded: ${picks}. You may change it until the next question. “Show me” tells you the right answer now; after that yours stays as it is.`,
  closed: 'That question is closed.',
  locked: 'You have seen the right answer, so yours stays as it is.',
  wrongPicks: 'Pick as many answers as the question asks for.',
  buttons: {
    now: 'Post one now',
    more: 'Tell me more',
    quiz: 'Quiz me on this',
    show: 'Show me',
  },
};

function kindName(kind: SubscriptionKind): string {
  return kind === 'tip' ? 'tip of the day' : 'question of the day';
}

function about({ kind, subject }: Subscription): string {
  return `${kind === 'tip' ? 'A tip' : 'A question'} about ${subject.title}`;
}

function when({ schedule }: Subscription): string {
  return `${daysInWords(schedule.days)} at ${schedule.time} (${schedule.zone})`;
}

function date(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
}
