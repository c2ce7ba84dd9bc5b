import { actionId } from '../../src/chat/action.ts';
import { letter } from '../../src/chat/choice.ts';
import { join, link, type Markup, md, parse, text } from '../../src/chat/markup.ts';
import type { Button, Message, Part } from '../../src/chat/message.ts';
import { picksOf } from '../../src/core/quiz/picks.ts';
import { hardest, standings } from '../../src/core/quiz/standings.ts';
import { tally } from '../../src/core/quiz/tally.ts';
import type { AskedQuestion, Notice, Standing } from '../../src/core/quiz/types.ts';
import type { NewRound, RoundViews } from '../../src/runtime/rounds.ts';
import { facts, lines, note, paragraph, row } from '../lookup/card.ts';
import { say } from './sentences.ts';

const NAMES_OF_THE_RIGHT = 10;
const STANDINGS_AFTER_A_QUESTION = 5;
const STANDINGS_AT_THE_END = 15;

/** What a round posts, as messages. */
export const roundViews: RoundViews = {
  post(round, message, notice) {
    switch (message) {
      case 'opening':
        return opening(round);
      case 'question':
        return question(round, notice);
      case 'reveal':
        return reveal(round);
      case 'notice':
        return noticed(round, notice);
      case 'end':
        return end(round);
    }
  },
  closed: (round, index) => {
    const asked = round.setup.questions[index];
    return asked ? [paragraph(parse(asked.stem)), ...lettered(asked), note(say.closedQuestion)] : [];
  },
  tellHost: (round) => [paragraph(say.tellHost(round))],
};

function opening(round: NewRound): Message {
  const { setup, state } = round;
  return [
    { kind: 'text', heading: true, text: text(say.openingTitle(setup.title)) },
    paragraph(say.opening(round)),
    paragraph(say.rules(round)),
    note(say.begins(round, state.deadline ?? 0)),
    ...row([
      { label: say.buttons.join, action: actionId('quiz', 'join', setup.id), primary: true },
      { label: say.buttons.begin, action: actionId('quiz', 'begin', setup.id) },
    ]),
  ];
}

/** The stem comes first, so that a notification shows it. When it closes is meant from the moment it is posted. */
function question(round: NewRound, notice: Notice | undefined): Message {
  const { setup, state } = round;
  const asked = setup.questions[state.question];
  if (!asked) return [];
  const again = { reopened: say.reopened, resumed: say.resumedQuestion };
  const until = setup.seconds === null ? say.untimed(round) : say.closes(state.since + setup.seconds * 1000);
  const id = [setup.id, String(state.question)] as const;
  return [
    ...askedQuestion(asked, actionId('quiz', 'answer', ...id)),
    note(join([text(say.progress(state.question, round)), until, say.changeable], ' · ')),
    ...(notice === 'reopened' || notice === 'resumed' ? [note(again[notice])] : []),
    ...(setup.seconds === null
      ? row([{ label: say.buttons.reveal, action: actionId('quiz', 'reveal', ...id) }])
      : []),
  ];
}

/** A question to be answered. Nothing in it tells the right choices from the wrong ones: a value is the choice's place in the order asked. */
export function askedQuestion(asked: AskedQuestion, action: string): Message {
  const picks = picksOf(asked);
  return [
    paragraph(parse(asked.stem)),
    {
      kind: 'choice',
      prompt: picks === 1 ? 'Pick one answer' : `Pick ${picks} answers`,
      action,
      picks,
      options: asked.choices.map((choice, index) => ({ value: String(index), text: parse(choice.text) })),
    },
  ];
}

function reveal(round: NewRound): Message {
  const { setup, state } = round;
  const asked = setup.questions[state.question];
  if (!asked) return [];
  const skipped = state.results.at(-1)?.skipped === true;
  const { counts, right } = tally(setup, state);
  const answered = Object.keys(state.answers).length;
  const id = [setup.id, String(state.question)] as const;
  return [
    paragraph(rightAnswer(asked)),
    ...(skipped ? [paragraph(say.skipped)] : [paragraph(whoWasRight(right, answered))]),
    ...(answered > 0 && !skipped ? lettered(asked, (index) => say.chose(counts[index] ?? 0)) : []),
    ...explanation(asked),
    ...ranking(standings(setup, state), STANDINGS_AFTER_A_QUESTION, round, say.standings),
    ...row([
      { label: say.buttons.next, action: actionId('quiz', 'next', ...id) },
      ...(setup.seconds === null || state.held
        ? []
        : [{ label: say.buttons.hold, action: actionId('quiz', 'hold', ...id) }]),
      reportButton('round', setup.id, state.question),
    ]),
  ];
}

function whoWasRight(right: readonly string[], answered: number): Markup {
  if (answered === 0) return say.nobody;
  if (right.length === 0) return say.noneRight(answered);
  const more = right.length - NAMES_OF_THE_RIGHT;
  const names = right.slice(0, NAMES_OF_THE_RIGHT).map((name) => text(name));
  return say.whoWasRight(
    right.length,
    answered,
    join(more > 0 ? [...names, text(`${more} more`)] : names, ', '),
  );
}

/** The right choices with their letters. */
export function rightAnswer(asked: AskedQuestion): Markup {
  const right = asked.choices.flatMap((choice, index) => (choice.right ? [index] : []));
  return say.rightAnswer(choicesNamed(asked, right), right.length);
}

/** Choices as they were lettered when they were asked: `B, AWS WAF and D, Amazon Macie`. */
export function choicesNamed({ choices }: AskedQuestion, picks: readonly number[]): Markup {
  const named = picks.map((pick) => md`${letter(pick)}, ${parse(choices[pick]?.text ?? '')}`);
  return join(named, ' and ');
}

/** Why the right answer is right, and where it comes from. */
export function explanation({ explanation: why, docs, source }: AskedQuestion): Part[] {
  return [
    ...(why === '' ? [] : [paragraph(parse(why))]),
    note(docs ? link(say.docs, docs) : say.source(source.file, source.line)),
  ];
}

/** @param of the round or solo that asked it, and its index there */
export function reportButton(of: 'round' | 'solo', id: string, index: number): Button {
  return { label: say.buttons.report, action: actionId('quiz', 'report', of, id, String(index)) };
}

function lettered({ choices }: AskedQuestion, remark?: (index: number) => string): Part[] {
  return facts(
    choices.map(({ text: wording }, index) =>
      remark
        ? md`**${letter(index)}** ${parse(wording)}: ${remark(index)}`
        : md`**${letter(index)}** ${parse(wording)}`,
    ),
  );
}

function noticed(round: NewRound, notice: Notice | undefined): Message {
  return [paragraph(notice === 'paused' ? say.paused(round) : say.back(round.state.closesAt))];
}

function end(round: NewRound): Message {
  const { setup, state } = round;
  const ranked = standings(setup, state);
  const hard = hardest(setup, state);
  const result = state.results.find(({ question: index }) => index === hard);
  const stem = hard === undefined ? undefined : setup.questions[hard]?.stem;
  return [
    { kind: 'text', heading: true, text: text(endTitle(round)) },
    ...(state.phase === 'abandoned' ? [paragraph(state.unanswered >= 2 ? say.silence : say.waited)] : []),
    ...(ranked.length === 0
      ? [paragraph(say.nobodyPlayed)]
      : ranking(ranked, STANDINGS_AT_THE_END, round, say.finalStandings)),
    ...(stem && result ? [paragraph(say.hardest(parse(stem), result.right, result.answered))] : []),
    ...row([
      ...(ranked.length === 0
        ? []
        : [{ label: say.buttons.missed, action: actionId('quiz', 'missed', setup.id) }]),
      { label: say.buttons.again, action: actionId('quiz', 'again', setup.id) },
    ]),
  ];
}

function endTitle({ setup, state }: NewRound): string {
  const titles = { finished: say.finished, stopped: say.stopped, abandoned: say.abandoned };
  return (state.phase === 'stopped' || state.phase === 'abandoned' ? titles[state.phase] : titles.finished)(
    setup.title,
  );
}

function ranking(ranked: readonly Standing[], most: number, { setup }: NewRound, title: Markup): Part[] {
  const more = ranked.length - most;
  const shown = ranked
    .slice(0, most)
    .map(({ place, name, right, points }) =>
      setup.scoring === 'party'
        ? md`${place}. **${name}**: ${points} points, ${right} right`
        : md`${place}. **${name}**: ${right} right`,
    );
  return lines(more > 0 ? [...shown, say.othersToo(more)] : shown, title);
}
