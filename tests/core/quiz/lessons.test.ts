import { expect, test } from 'vitest';
import { ana, ben, Game, host } from './game.ts';
import { question } from './questions.ts';

test('lesson 1: a question is never ended twice, by its last answer and by its time', () => {
  const game = Game.atFirstQuestion({}, [ana]).reveals();
  game.due();
  game.posted('question');
  game.wait(58).answer(ana, 'B');
  expect(game.due()).toEqual(['close m4']);
  expect(game.tick()).toEqual(['refused: no change']);
  expect(game.press('reveal')).toEqual(['refused: not now']);
  expect(game.due()).toEqual(['grade 1: ana 1', 'post reveal 1']);
  expect(game.tick()).toEqual(['refused: no change']);
  expect(game.answer(ana, 'B', game.now, 1)).toEqual(['refused: closed']);
});

test('lesson 1: a round is never ended twice, by its host and by its time', () => {
  const game = Game.atFirstQuestion({ questions: [question('only')] }).reveals();
  expect(game.due()).toEqual(['post end 0']);
  for (const again of [game.tick(), game.press('next'), game.order('stop'), game.order('skip')])
    expect(again).toEqual(['refused: over']);
});

test('lesson 4: the clock never runs before the question is on the screen', () => {
  const game = new Game();
  game.order('begin');
  expect(game.wait(3600).tick()).toEqual(['refused: no change']);
  expect(game.state.phase).toBe('posting');
  expect(game.state).not.toHaveProperty('closesAt');
  game.posted('question');
  expect(game.left).toBe(60);
});

test('lesson 6: an old button never acts on a new question', () => {
  const game = Game.atFirstQuestion({}, [ana]).reveals();
  game.due();
  game.posted('question');
  const { state } = game;
  const closed = ['refused: closed'];
  expect(game.answer(ana, 'B', game.now, 0)).toEqual(closed);
  expect(game.press('reveal', host, 0)).toEqual(closed);
  expect(game.press('next', host, 0)).toEqual(closed);
  expect(game.press('hold', host, 0)).toEqual(closed);
  expect(game.posted('reveal', 0)).toEqual(['refused: no change']);
  expect(game.state).toBe(state);
});

test('lesson 10: "choose two" is never graded by its first letter', () => {
  const game = Game.atFirstQuestion({ questions: [question('two', 'BD')] });
  game.answer(ana, 'BC');
  game.answer(ben, 'DB');
  game.due();
  expect(game.due()).toEqual(['grade 0: ana 0, ben 1', 'post reveal 0']);
});

test('lesson 11: an absent host never blocks the round', () => {
  const game = Game.atFirstQuestion({ seconds: null }, [ana]);
  expect(game.wait(59).press('reveal', ana)).toEqual(['refused: not yours']);
  expect(game.wait(1).press('reveal', ben)).toEqual(['refused: not yours']);
  expect(game.press('reveal', ana)).toEqual(['close m2']);
  game.due();
  game.posted('reveal');
  expect(game.press('next', ana)).toEqual(['post question 1']);
});
