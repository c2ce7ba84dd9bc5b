import { type Markup, md, text, time } from '../../src/chat/markup.ts';
import type { NewRound } from '../../src/runtime/rounds.ts';

/** Everything that the quiz says to members, in one place. */
export const say = {
  summary: 'Quiz rounds for the group, and practice for yourself',
  start: 'Start a round in this channel',
  stop: 'End the round in this channel',
  skip: 'Go on without counting this question',
  pause: 'Pause the round in this channel',
  resume: 'Go on with the paused round',
  solo: 'Quiz yourself: nobody else sees it',
  mistakes: 'What you got wrong, and practise it',
  me: 'How you do, topic by topic',
  leaderboard: 'Who has the most right answers here',
  options: {
    topic: 'A topic, a category or a few words; everything if left out',
    questions: 'How many questions: 1 to 50, usually 10',
    seconds: 'Time for each question: 10 to 300, usually 60, or none',
    level: 'Only questions of this level: 1 easy, 2 medium, 3 hard',
    scoring: 'study: a point for a right answer; party: the sooner, the more',
    deck: 'Which deck; usually the one that was played last here',
    period: 'Since when: this week, this month or ever',
  },
  menu: md`What would you like? You can also type \`/quiz start\`, \`/quiz solo\` or \`/quiz mistakes\`.`,
  buttons: {
    start: 'Start a round here',
    solo: 'Quiz me alone',
    mistakes: 'My mistakes',
    me: 'How I do',
    leaderboard: 'Leaderboard',
    join: 'I’m in',
    begin: 'Start now',
    reveal: 'Reveal',
    next: 'Next',
    hold: 'Hold',
    report: 'Report this question',
    missed: 'Practise what I missed',
    again: 'Play again',
    myPlace: 'My place',
    nextQuestion: 'Next question',
    result: 'See the result',
    practise: 'Practise them',
  },

  wrongSeconds: '“seconds” is a whole number from 10 to 300, or none.',
  noPartyWithoutTime: 'Party scoring counts the seconds: give it a time, or play with study scoring.',
  noDeck: (names: string) => `There is no such deck here. The decks are: ${names}.`,
  noDecks: 'This server sees no deck: whoever manages it can show one with /studyhall settings.',
  noTopic: (words: string) =>
    `I found no topic for “${words}”. Try its name or a category, or leave it out for everything.`,
  noQuestions: (title: string, level: number | undefined) =>
    level === undefined
      ? `There are no questions about ${title} yet.`
      : `There are no questions of level ${level} about ${title}: try another level, or leave it out.`,
  whichTopic: (words: string) => md`What do you mean by “${words}”?`,
  moderatorsStart: 'Here only moderators start rounds. You can practise alone with /quiz solo.',
  starting: (title: string) => md`Your round on **${title}** starts here.`,
  running: ({ state, setup }: NewRound, link: string | undefined): Markup => [
    ...md`A round on **${setup.title}** is being played here already, started by ${state.host.name}`,
    ...(link ? [...text(': '), ...jump(link)] : []),
    ...text('. Join it by answering its questions, or ask for yours when it is over.'),
  ],
  noRound: 'No round is being played here. Type /quiz start to begin one.',

  closed: 'That question is closed.',
  over: 'That round is over. Type /quiz start to begin another.',
  wrongPicks: (count: number) => `Pick exactly ${count} answers.`,
  notYours: (host: string) => `Only ${host}, who started the round, or a moderator can do that.`,
  notYoursYet: (host: string) =>
    `That is for ${host}, who started the round, or a moderator; for everyone once ${host} has been away for a minute.`,
  notNow: {
    begin: 'The round has begun already.',
    resume: 'The round is not paused.',
    pause: 'The round is paused already. Type /quiz resume to go on.',
    paused: 'The round is paused. Your answers so far are kept.',
    other: 'That cannot be done just now.',
  },
  joined: (players: number) =>
    md`You are in. ${people(players)} so far; answering a question is joining too.`,
  done: {
    begin: md`The first question is on its way.`,
    stop: md`The round is over.`,
    skip: md`That question does not count. On we go.`,
    pause: md`The round is paused. Type \`/quiz resume\` to go on.`,
    resume: md`On we go.`,
    reveal: md`The answer is on its way.`,
    next: md`On we go.`,
    hold: md`The answer stays until you press Next.`,
  },
  recorded: (picks: Markup, answered: number) =>
    md`Recorded: ${picks}. ${answered === 1 ? 'One has' : `${answered} have`} answered so far. You may change it until the question closes.`,

  openingTitle: (title: string) => `Quiz: ${title}`,
  opening: ({ setup, state }: NewRound) =>
    md`${state.host.name} starts a round: ${questions(setup.questions.length)}, ${
      setup.seconds === null ? 'no time limit' : `${setup.seconds} seconds each`
    }.`,
  rules: ({ setup }: NewRound) =>
    md`Answers are private and may be changed until the question closes. ${
      setup.scoring === 'party'
        ? 'A right answer is worth more the sooner it comes.'
        : 'A right answer is one point.'
    }`,
  begins: ({ state }: NewRound, at: number) =>
    md`The first question comes ${time(at)}, or when ${state.host.name} presses Start now.`,

  progress: (index: number, { setup }: NewRound) => `Question ${index + 1} of ${setup.questions.length}`,
  closes: (at: number) => md`closes ${time(at)}`,
  untimed: ({ state }: NewRound) =>
    md`no time limit: open until all players have answered, or ${state.host.name} presses Reveal`,
  changeable: md`answers are private and may be changed`,
  reopened: md`I was away for a moment. This question is open again, and the answers that I have still count.`,
  resumedQuestion: md`The round goes on: this question is open again, and the answers that I have still count.`,
  closedQuestion: md`This question is closed.`,
  back: (at: number | undefined) =>
    at === undefined
      ? md`I was away for a moment. The question above is still open.`
      : md`I was away for a moment. The question above is still open and closes ${time(at)}.`,
  paused: ({ state }: NewRound) =>
    md`The round is paused. ${state.host.name} or a moderator goes on with \`/quiz resume\`.`,

  rightAnswer: (answers: Markup, count: number) =>
    count === 1 ? md`**Right answer: ${answers}**` : md`**Right answers: ${answers}**`,
  skipped: md`This question was skipped and does not count.`,
  nobody: md`Nobody answered.`,
  noneRight: (answered: number) =>
    md`${answered === 1 ? 'One answered, and was' : `${answered} answered, and none was`} ${answered === 1 ? 'not right' : 'right'}.`,
  whoWasRight: (right: number, answered: number, names: Markup) =>
    md`${right} of ${answered} ${right === 1 ? 'was' : 'were'} right: ${names}.`,
  chose: (count: number) => `chosen by ${count === 0 ? 'nobody' : count === 1 ? 'one' : count}`,
  standings: md`**Standings**`,
  finalStandings: md`**Final standings**`,
  source: (file: string, line: number) => md`From ${file}, line ${line}`,
  docs: 'Documentation',

  finished: (title: string) => `The round on ${title} is over`,
  stopped: (title: string) => `The round on ${title} was stopped`,
  abandoned: (title: string) => `The round on ${title} ends here`,
  silence: md`Two questions in a row had no answer, so I stop asking. Type \`/quiz start\` when you are back.`,
  waited: md`Nobody went on with it for a day.`,
  nobodyPlayed: md`Nobody answered a question.`,
  hardest: (stem: Markup, right: number, answered: number) =>
    md`**The hardest question:** ${stem} (${right} of ${answered} right)`,
  othersToo: (count: number) => md`… and ${count} more`,

  tellHost: ({ setup }: NewRound) =>
    md`I can no longer post in the channel of your round on **${setup.title}**, so it is paused. When I may post there again, type \`/quiz resume\` in it; \`/quiz stop\` ends it.`,

  soloQuestion: (index: number, count: number, title: string) =>
    md`Question ${index + 1} of ${count} · ${title}`,
  right: md`**Right.**`,
  notRight: md`**Not right.**`,
  yourAnswer: (picks: Markup) => md`You chose ${picks}.`,
  questionGone: 'That question is no longer in its deck.',
  notYourSolo: 'That is somebody else’s quiz. Type /quiz solo for one of your own.',
  soloGone: 'That quiz is no longer known. Type /quiz solo to begin another.',
  soloResult: (right: number, answered: number) =>
    answered === 0 ? md`You answered none of the questions.` : md`**${right} of ${answered} right.**`,
  practiceTitle: 'your mistakes',

  noMistakes: md`You have no mistakes to practise. A question that you get wrong comes here until you have got it right on two different days.`,
  mistakesCount: (count: number) =>
    md`**${count === 1 ? 'One question' : `${count} questions`} to practise.** Each leaves when you have got it right on two different days.`,
  missedNothing: md`You missed nothing in that round.`,
  noProgress: md`You have not answered anything yet. Type \`/quiz solo\` to begin.`,
  progressTotal: (right: number, asked: number) =>
    md`**${right} of ${asked} right** (${share(right, asked)})`,
  byTopic: md`**By topic, the weakest first**`,
  byTask: md`**By exam task**`,
  line: (name: string, right: number, asked: number) =>
    md`${name}: ${right} of ${asked} right (${share(right, asked)})`,
  practiseTopic: (name: string) => `Practise ${name}`.slice(0, 75),

  leaderboardTitle: {
    week: 'Leaderboard of this week',
    month: 'Leaderboard of this month',
    all: 'Leaderboard of all time',
  },
  leaderboardEmpty: md`Nobody has answered a question here in that time. Type \`/quiz start\` to begin a round.`,
  leaderboardRules: md`Right answers in rounds and to questions of the day; a question counts once a week for each member. \`/studyhall hide\` takes you off.`,
  noServer: 'A leaderboard is for a server: type this in one of its channels.',
  score: (place: number, name: string, right: number, asked: number) =>
    md`${place}. **${name}**: ${right} of ${asked} right (${share(right, asked)})`,
  yourScore: (place: number | undefined, right: number, asked: number) =>
    place === undefined
      ? md`You are not on the leaderboard: ${right} of ${asked} right. \`/studyhall show\` puts you on it.`
      : md`You are in place ${place}: ${right} of ${asked} right (${share(right, asked)}).`,
  noScore: md`You have not answered a question here in that time. Type \`/quiz start\` to begin a round.`,

  reportTitle: 'Report this question',
  reportText: 'What is wrong with it, in one line',
  reported: md`Thank you. Whoever looks after the deck will see it.`,
  enoughReports: 'Thank you for so many reports. More of them can be made tomorrow.',
  emptyReport: 'Say in one line what is wrong with the question.',
};

export function share(right: number, asked: number): string {
  return asked === 0 ? '0 %' : `${Math.round((100 * right) / asked)} %`;
}

function questions(count: number): string {
  return count === 1 ? 'one question' : `${count} questions`;
}

function people(count: number): string {
  return count === 1 ? 'One player' : `${count} players`;
}

function jump(link: string): Markup {
  return [{ kind: 'link', url: link, children: text('go there') }];
}
