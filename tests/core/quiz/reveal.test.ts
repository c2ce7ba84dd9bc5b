import { expect, test } from 'vitest';
import { ana, ben, Game, host } from './game.ts';

const DAY = 24 * 60 * 60;

function revealed(seconds: number | null = 60): Game {
  const game = Game.atFirstQuestion({ seconds }, [ana]);
  game.answer(ana, 'B');
  return game.reveals();
}

test('a reveal stays 15 seconds from its own timestamp, then the next question follows', () => {
  const game = Game.atFirstQuestion();
  game.due();
  game.due();
  expect(game.left).toBe(DAY);
  const at = game.now;
  game.wait(2).posted('reveal', 0, at);
  expect(game.left).toBe(13);
  expect(game.due()).toEqual(['post question 1']);
  expect(game.state).toMatchObject({ phase: 'posting', question: 1, answers: {}, held: false });
  expect(game.state.messages).toEqual({ opening: 'm1' });
  expect(game.state).not.toHaveProperty('closesAt');
});

test('a reveal that is confirmed twice is shown once', () => {
  const game = revealed();
  expect(game.wait(5).posted('reveal')).toEqual(['refused: no change']);
  expect(game.left).toBe(10);
  expect(game.posted('reveal', 1)).toEqual(['refused: no change']);
});

test('Next goes on at once, and is for that reveal only', () => {
  const game = revealed();
  expect(game.press('next', host, 1)).toEqual(['refused: closed']);
  expect(game.press('next')).toEqual(['post question 1']);
  expect(game.press('next', host, 0)).toEqual(['refused: closed']);
  expect(game.press('next')).toEqual(['refused: not now']);
});

test('Hold keeps it until Next', () => {
  const game = revealed();
  expect(game.wait(5).press('hold')).toEqual([]);
  expect(game.left).toBe(DAY);
  expect(game.press('hold')).toEqual(['refused: no change']);
  expect(game.press('next')).toEqual(['post question 1']);
  expect(game.state.held).toBe(false);
});

test('Hold before the reveal is confirmed holds too', () => {
  const game = Game.atFirstQuestion();
  expect(game.press('hold')).toEqual(['refused: not now']);
  game.due();
  game.due();
  game.press('hold');
  game.posted('reveal');
  expect(game.left).toBe(DAY);
});

test.each([
  ['held', 60],
  ['without time', null],
])('a reveal %s is left after a day', (_how, seconds) => {
  const game = revealed(seconds);
  if (seconds !== null) game.press('hold');
  expect(game.left).toBe(DAY);
  expect(game.due()).toEqual(['withdraw', 'post end 0']);
  expect(game.state.phase).toBe('abandoned');
});

test('a reveal that never comes out is left after a day', () => {
  const game = Game.atFirstQuestion();
  game.due();
  game.due();
  expect(game.due()).toEqual(['withdraw', 'post end 0']);
});

test('after the last question the round is finished', () => {
  const game = revealed();
  for (const last of [1, 2]) {
    expect(game.due()).toEqual([`post question ${last}`]);
    game.posted('question');
    game.answer(ben, 'B');
    game.reveals();
  }
  expect(game.due()).toEqual(['post end 2']);
  expect(game.state.phase).toBe('finished');
  expect(game.state).not.toHaveProperty('deadline');
  expect(game.scores).toEqual({ ana: 1, ben: 2 });
});

test('two timed questions in a row without any answer end it', () => {
  const game = Game.atFirstQuestion().reveals();
  game.due();
  game.posted('question');
  game.reveals();
  expect(game.state.unanswered).toBe(2);
  expect(game.due()).toEqual(['post end 1']);
  expect(game.state.phase).toBe('abandoned');
});

test('an answer in between begins the count anew', () => {
  const game = Game.atFirstQuestion().reveals();
  game.due();
  game.posted('question');
  game.answer(ana, 'A');
  game.reveals();
  expect(game.state.unanswered).toBe(0);
  expect(game.due()).toEqual(['post question 2']);
});

test('questions without time may go unanswered', () => {
  const game = Game.atFirstQuestion({ seconds: null });
  for (const question of [1, 2]) {
    game.press('reveal');
    game.due();
    game.posted('reveal');
    expect(game.press('next')).toEqual([`post question ${question}`]);
    game.posted('question');
  }
  expect(game.state.unanswered).toBe(0);
});

test('a round whose last questions had no answer is finished like any other', () => {
  const game = Game.atFirstQuestion();
  game.answer(ana, 'B');
  game.reveals();
  for (let question = 1; question < game.setup.questions.length; question += 1) {
    game.due();
    game.posted('question');
    game.reveals();
  }
  expect(game.state.unanswered).toBe(2);
  game.due();
  expect(game.state.phase).toBe('finished');
});
