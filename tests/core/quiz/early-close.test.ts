import { describe, expect, test } from 'vitest';
import { ana, ben, cy, Game } from './game.ts';

/** The second question is open, and Ana and Ben are there. */
function atSecondQuestion(seconds: number | null = 60): Game {
  const game = Game.atFirstQuestion({ seconds }, [ana, ben]);
  game.reveals();
  game.press('next');
  game.posted('question');
  return game;
}

describe('the first question', () => {
  test('takes its full time', () => {
    const game = Game.atFirstQuestion({}, [ana]);
    game.answer(ana, 'B');
    expect(game.left).toBe(60);
  });

  test('closes early where it has no time', () => {
    const game = Game.atFirstQuestion({ seconds: null }, [ana]);
    game.wait(20).answer(ana, 'B');
    expect(game.left).toBe(3);
    expect(game.due()).toEqual(['close m2']);
  });
});

describe('later questions close 3 seconds after the last of those who are there has answered', () => {
  test('when all have', () => {
    const game = atSecondQuestion();
    game.wait(15).answer(ana, 'B');
    expect(game.left).toBe(45);
    game.wait(5).answer(ben, 'B');
    expect(game.left).toBe(3);
    const closesAt = game.state.deadline;
    expect(game.due()).toEqual(['close m4']);
    expect(game.state).toMatchObject({ phase: 'closing', closesAt });
  });

  test('also when nobody was there to close it: no time ran out on anyone', () => {
    const game = atSecondQuestion();
    for (const player of [ana, ben]) game.wait(10).answer(player, 'B');
    game.wait(600);
    expect(game.restart(600)).toEqual(['refused: no change']);
    expect(game.tick()).toEqual(['close m4']);
  });

  test('and not before 10 seconds', () => {
    const game = atSecondQuestion();
    for (const player of [ana, ben]) game.wait(1).answer(player, 'B');
    expect(game.left).toBe(8);
  });

  test('and not after the time that was told', () => {
    const game = atSecondQuestion();
    game.wait(59);
    for (const player of [ana, ben]) game.answer(player, 'B');
    expect(game.left).toBe(1);
  });

  test('a change begins the 3 seconds anew', () => {
    const game = atSecondQuestion();
    game.wait(20);
    for (const player of [ana, ben]) game.answer(player, 'B');
    game.wait(2).answer(ana, 'A');
    expect(game.left).toBe(3);
  });

  test('somebody new is waited for', () => {
    const game = atSecondQuestion();
    game.wait(20);
    for (const player of [ana, ben]) game.answer(player, 'B');
    expect(game.left).toBe(3);
    expect(game.join(cy)).toEqual([]);
    expect(game.left).toBe(40);
    game.answer(cy, 'B');
    expect(game.left).toBe(3);
  });

  test('somebody new who answers at once is not waited for', () => {
    const game = atSecondQuestion();
    game.wait(20);
    for (const player of [ana, ben]) game.answer(player, 'B');
    game.wait(1).answer(cy, 'B');
    expect(game.left).toBe(3);
  });

  test('answers that came before the confirmation count', () => {
    const game = Game.atFirstQuestion({}, [ana]).reveals();
    game.due();
    game.answer(ana, 'B');
    game.wait(1).posted('question');
    expect(game.left).toBe(10);
  });
});

test('who has been silent for two questions is not waited for; who comes back is', () => {
  const game = atSecondQuestion();
  game.answer(ana, 'B');
  expect(game.left).toBe(60);
  game.reveals().due();
  game.posted('question');
  game.answer(ana, 'B');
  expect(game.left).toBe(10);
  expect(game.join(ben)).toEqual([]);
  expect(game.left).toBe(60);
});

test('where nobody is there, nobody closes early', () => {
  const game = Game.atFirstQuestion().reveals();
  game.due();
  game.posted('question');
  expect(game.left).toBe(60);
});
