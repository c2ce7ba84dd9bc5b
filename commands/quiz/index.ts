import { actionId, wholeNumber } from '../../src/chat/action.ts';
import { type CommandGroup, defineSubcommand } from '../../src/chat/command.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Button } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import { serverKey } from '../../src/runtime/keys.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { paragraph, row } from '../lookup/card.ts';
import { answer, begin, control, join, turn } from './controls.ts';
import { leaderboard, ownPlace, type Period } from './leaderboard.ts';
import { me, mistakes } from './progress.ts';
import { askReport, report } from './report.ts';
import { say } from './sentences.ts';
import { practise, soloAnswer, soloOn, soloQuestion, startSolo } from './solo.ts';
import { again, MOST, readSeconds, start, startByButton, USUAL_COUNT } from './start.ts';
import { subjectSuggestions } from './subject.ts';

/** Rounds for the group, quizzes for oneself, and how one does. */
export function quizCommand(shelvesSeenBy: (event?: Event) => readonly Shelf[], house: House): CommandGroup {
  const suggestions = (typed: string) =>
    subjectSuggestions(shelvesSeenBy(), typed).map((name) => ({ label: name, value: name }));
  const topic = { type: 'text', summary: say.options.topic, rest: true, suggest: suggestions } as const;
  const level = { type: 'integer', summary: say.options.level, min: 1, max: 3 } as const;
  /** As many as a form on Discord holds. */
  const game = {
    topic,
    questions: { type: 'integer', summary: say.options.questions, min: 1, max: MOST },
    seconds: { type: 'text', summary: say.options.seconds, longest: 10, suggest: () => times },
    level,
    scoring: { type: 'choice', summary: say.options.scoring, choices: scorings },
  } as const;
  const decks = () => shelvesSeenBy().map(({ deck: { name } }) => ({ label: name, value: name }));
  const deck = { type: 'text', summary: say.options.deck, longest: 100, suggest: decks } as const;
  const simple = (name: string, summary: string, run: (event: Event) => Reply) =>
    defineSubcommand({ name, summary, options: {}, run: (_, event) => run(event) });

  return {
    name: 'quiz',
    summary: say.summary,
    subcommands: [
      defineSubcommand({
        name: 'start',
        summary: say.start,
        options: { ...game, deck },
        run: (values, event) =>
          start(
            shelvesSeenBy(event),
            house,
            {
              words: values.topic,
              count: values.questions ?? USUAL_COUNT,
              seconds: readSeconds(values.seconds),
              level: values.level,
              scoring: values.scoring === 'party' ? 'party' : 'study',
              deck: values.deck,
            },
            event,
          ),
      }),
      simple('stop', say.stop, (event) => control(house, 'stop', event)),
      simple('skip', say.skip, (event) => control(house, 'skip', event)),
      simple('pause', say.pause, (event) => control(house, 'pause', event)),
      simple('resume', say.resume, (event) => control(house, 'resume', event)),
      defineSubcommand({
        name: 'solo',
        summary: say.solo,
        options: { topic, level },
        run: (values, event) =>
          startSolo(shelvesSeenBy(event), house, { words: values.topic, level: values.level }, event),
      }),
      simple('mistakes', say.mistakes, (event) => mistakes(shelvesSeenBy(event), house, event)),
      simple('me', say.me, (event) => me(shelvesSeenBy(event), house, event)),
      defineSubcommand({
        name: 'leaderboard',
        summary: say.leaderboard,
        options: { period: { type: 'choice', summary: say.options.period, choices: periods } },
        run: (values, event) => leaderboard(house, periodOf(values.period), event),
      }),
    ],
    bare: (event) => privately([paragraph(say.menu), ...row(menuIn(event))], 'menu'),
    actions: {
      join: ([id = ''], _, event) => join(house, id, event),
      begin: ([id = ''], _, event) => begin(house, id, event),
      answer: ([id = '', index], picks, event) => answer(house, id, wholeNumber(index), picks, event),
      reveal: ([id = '', index], _, event) => turn(house, 'reveal', id, wholeNumber(index), event),
      next: ([id = '', index], _, event) => turn(house, 'next', id, wholeNumber(index), event),
      hold: ([id = '', index], _, event) => turn(house, 'hold', id, wholeNumber(index), event),
      start: (args, _, event) => startByButton(shelvesSeenBy(event), house, args, event),
      again: ([id = ''], _, event) => again(shelvesSeenBy(event), house, id, event),
      form: () => ({
        kind: 'form',
        verdict: 'form',
        form: { to: { command: 'quiz start' }, title: say.buttons.start, options: game, given: {} },
      }),
      solo: ([command, id = ''], _, event) =>
        command === undefined
          ? startSolo(shelvesSeenBy(event), house, {}, event)
          : soloOn(shelvesSeenBy(event), house, command, id, event),
      ask: ([id = '', index], _, event) =>
        soloQuestion(shelvesSeenBy(event), house, id, wholeNumber(index), event),
      pick: ([id = '', index], picks, event) =>
        soloAnswer(
          shelvesSeenBy(event),
          house,
          { id, index: wholeNumber(index), picks: picks.map(wholeNumber) },
          event,
        ),
      missed: ([id], _, event) => practise(shelvesSeenBy(event), house, id, event),
      practise: (_args, _values, event) => practise(shelvesSeenBy(event), house, undefined, event),
      mistakes: (_args, _values, event) => mistakes(shelvesSeenBy(event), house, event),
      me: (_args, _values, event) => me(shelvesSeenBy(event), house, event),
      leaderboard: (_args, _values, event) => leaderboard(house, 'week', event),
      place: ([period], _, event) => ownPlace(house, periodOf(period), event),
      report: (args) => askReport(args),
      reported: (args, [said = ''], event) => report(house, args, said, event),
    },
  };
}

const times = ['30', '60', '90', '120', 'none'].map((value) => ({ label: value, value }));
const scorings = [
  { label: 'study', value: 'study' },
  { label: 'party', value: 'party' },
];
const periods = [
  { label: 'this week', value: 'week' },
  { label: 'this month', value: 'month' },
  { label: 'ever', value: 'all' },
];

/** Where there is nobody else there are no rounds, and outside of servers no leaderboard. */
function menuIn(event: Event): Button[] {
  return [
    ...(event.place.direct
      ? []
      : [{ label: say.buttons.start, action: actionId('quiz', 'form'), primary: true }]),
    { label: say.buttons.solo, action: actionId('quiz', 'solo') },
    { label: say.buttons.mistakes, action: actionId('quiz', 'mistakes') },
    { label: say.buttons.me, action: actionId('quiz', 'me') },
    ...(serverKey(event) === undefined
      ? []
      : [{ label: say.buttons.leaderboard, action: actionId('quiz', 'leaderboard') }]),
  ];
}

function periodOf(said: string | undefined): Period {
  return said === 'month' || said === 'all' ? said : 'week';
}
