import { expect, test } from 'vitest';
import { ana, ben, Game } from './game.ts';
import { question } from './questions.ts';

test('answering is joining, and tells the name', () => {
  const game = Game.atFirstQuestion();
  expect(game.answer(ana, 'C')).toEqual([]);
  expect(game.state.players[ana.id]).toEqual({ name: 'ana', right: 0, points: 0, active: 0 });
  expect(game.wait(1).answer({ ...ana, name: 'Ana B.' }, 'B')).toEqual([]);
  expect(game.state.players[ana.id]?.name).toBe('Ana B.');
});

test('an answer may be changed until the question closes', () => {
  const game = Game.atFirstQuestion();
  game.answer(ana, 'A');
  expect(game.wait(59).answer(ana, 'B')).toEqual([]);
  game.reveals();
  expect(game.scores).toEqual({ ana: 1 });
});

test('the same click twice changes nothing', () => {
  const game = Game.atFirstQuestion();
  game.answer(ana, 'A');
  expect(game.answer(ana, 'A')).toEqual(['refused: no change']);
});

test('the latest click counts, in whatever order they come in', () => {
  const game = Game.atFirstQuestion();
  const { now } = game;
  game.wait(5).answer(ana, 'B', now + 3000);
  expect(game.answer(ana, 'A', now + 2000)).toEqual(['refused: no change']);
  expect(game.state.answers[ana.id]).toEqual({ picks: [1], at: now + 3000 });
});

test('a return to the first choice outweighs a click in between that comes in last', () => {
  const game = Game.atFirstQuestion();
  const { now } = game;
  for (const [letter, second] of [
    ['B', 1],
    ['B', 3],
    ['A', 2],
  ] as const)
    game.answer(ana, letter, now + second * 1000);
  expect(game.state.answers[ana.id]).toEqual({ picks: [1], at: now + 3000 });
});

test('of two clicks at one instant the same one counts either way round', () => {
  for (const letters of ['AB', 'BA']) {
    const game = Game.atFirstQuestion();
    for (const letter of letters) game.answer(ana, letter);
    expect(game.state.answers[ana.id]?.picks).toEqual([1]);
  }
});

test('a click made in time counts while the question is closing; one made later does not', () => {
  const game = Game.atFirstQuestion();
  const closesAt = game.now + 60_000;
  game.due();
  expect(game.wait(1).answer(ana, 'B', closesAt)).toEqual([]);
  expect(game.answer(ben, 'B', closesAt + 1)).toEqual(['refused: closed']);
  expect(game.due()).toEqual(['grade 0: ana 1', 'post reveal 0']);
});

test('a click made too late does not count, even if nobody closed the question yet', () => {
  const game = Game.atFirstQuestion();
  expect(game.wait(60.5).answer(ana, 'B')).toEqual(['refused: closed']);
  expect(game.answer(ana, 'B', game.now - 500)).toEqual([]);
});

test('nothing is answered once it is revealed', () => {
  const game = Game.atFirstQuestion();
  const { now } = game;
  game.reveals();
  expect(game.answer(ana, 'B', now)).toEqual(['refused: closed']);
});

test.each(['', 'A', 'ABD', 'BB', 'BE', 'BZ'])(
  'picks of "%s" are wrong where two of four are asked for',
  (letters) => {
    const game = Game.atFirstQuestion({ questions: [question('two', 'BD')] });
    expect(game.answer(ana, letters)).toEqual(['refused: wrong picks']);
    expect(game.state.players).toEqual({});
  },
);

test('picks that are no index are wrong', () => {
  const game = Game.atFirstQuestion();
  for (const pick of [-1, 0.5, Number.NaN])
    expect(game.happens({ kind: 'answer', player: ana, question: 0, picks: [pick], at: game.now })).toEqual([
      'refused: wrong picks',
    ]);
});

test('picks are kept in ascending order', () => {
  const game = Game.atFirstQuestion({ questions: [question('two', 'BD')] });
  game.answer(ana, 'DB');
  expect(game.state.answers[ana.id]?.picks).toEqual([1, 3]);
});
