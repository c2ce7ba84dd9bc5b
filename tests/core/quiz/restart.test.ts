import { expect, test } from 'vitest';
import { ana, Game, host } from './game.ts';

test('a short absence is not worth a word', () => {
  expect(Game.atFirstQuestion().restart(4.9)).toEqual(['refused: no change']);
  expect(Game.atFirstQuestion().restart(5)).toEqual(['post notice 0 back']);
});

test.each([60, null])('an open question goes on, and so it is said (seconds: %s)', (seconds) => {
  const game = Game.atFirstQuestion({ seconds }).wait(20);
  const { deadline } = game.state;
  expect(game.restart(20)).toEqual(['post notice 0 back']);
  expect(game.state.deadline).toBe(deadline);
});

test('a question whose time ran out is asked again with fresh time and the answers that it had', () => {
  const game = Game.atFirstQuestion();
  game.answer(ana, 'B');
  expect(game.wait(60).restart(60)).toEqual(['close m2', 'post question 0 reopened']);
  game.posted('question');
  expect(game.left).toBe(60);
  game.due();
  expect(game.due()).toEqual(['grade 0: ana 1', 'post reveal 0']);
});

test('a tick that comes much too late says that nobody was there', () => {
  const game = Game.atFirstQuestion();
  expect(game.wait(70.1).tick()).toEqual(['close m2', 'post question 0 reopened']);
});

test('a question without time is never asked again: the next tick does what is due', () => {
  const game = Game.atFirstQuestion({ seconds: null }, [host]);
  game.answer(ana, 'B');
  game.wait(2 * 24 * 60 * 60);
  expect(game.restart(60)).toEqual(['refused: no change']);
  expect(game.tick()).toEqual(['close m2']);
});

test('a confirmation of the first message that comes again does not open the second', () => {
  const game = Game.atFirstQuestion();
  const first = { kind: 'posted', message: 'question', question: 0, id: 'm2', at: game.now } as const;
  game.wait(90).restart();
  expect(game.happens(first)).toEqual(['refused: no change']);
  game.posted('question');
  expect(game.state.messages.question).toBe('m3');
});

test('where nothing is open, the next tick does what is due', () => {
  const game = new Game();
  const unmoved = ['refused: no change'];
  expect(game.wait(100).restart()).toEqual(unmoved);
  expect(game.tick()).toEqual(['post question 0']);
  expect(game.restart()).toEqual(unmoved);
  game.posted('question');
  game.due();
  expect(game.wait(100).restart()).toEqual(unmoved);
  expect(game.tick()).toEqual(['grade 0:', 'post reveal 0']);
  expect(game.restart()).toEqual(unmoved);
  game.order('pause');
  expect(game.restart()).toEqual(unmoved);
});
