import { describe, expect, test } from 'vitest';
import { ana, ben, Game } from './game.ts';

const DAY = 24 * 60 * 60;

describe('a pause', () => {
  test('in the opening: the opening comes again, with its full time', () => {
    const game = new Game();
    game.posted('opening');
    expect(game.order('pause')).toEqual(['withdraw', 'post notice -1 paused']);
    expect(game.left).toBe(DAY);
    expect(game.wait(100).join(ana)).toEqual([]);
    expect(game.order('resume')).toEqual(['post opening -1']);
    expect(game.left).toBe(30);
    game.posted('opening');
    expect(game.state.messages.opening).toBe('m2');
  });

  test('in a question: it is asked again with fresh time and the answers that it has', () => {
    const game = Game.atFirstQuestion();
    game.answer(ana, 'B');
    game.wait(20);
    expect(game.order('pause')).toEqual(['withdraw', 'close m2', 'post notice 0 paused']);
    expect(game.answer(ben, 'B')).toEqual(['refused: not now']);
    expect(game.wait(300).order('resume')).toEqual(['post question 0 resumed']);
    expect(game.state).not.toHaveProperty('paused');
    game.posted('question');
    expect(game.left).toBe(60);
    game.answer(ben, 'A');
    game.due();
    expect(game.due()).toEqual(['grade 0: ana 1, ben 0', 'post reveal 0']);
  });

  test('while a question is being posted: the same, and what comes out meanwhile is closed', () => {
    const game = new Game();
    game.order('begin');
    expect(game.order('pause')).toEqual(['withdraw', 'post notice 0 paused']);
    expect(game.posted('question')).toEqual(['close m1']);
    expect(game.order('resume')).toEqual(['post question 0 resumed']);
  });

  test('while a question closes: it is graded, and revealed afterwards', () => {
    const game = Game.atFirstQuestion();
    game.answer(ana, 'B');
    game.due();
    expect(game.order('pause')).toEqual(['withdraw', 'grade 0: ana 1', 'post notice 0 paused']);
    expect(game.order('resume')).toEqual(['post reveal 0']);
    game.posted('reveal');
    expect(game.left).toBe(15);
    expect(game.scores).toEqual({ ana: 1 });
  });

  test('of a reveal: the next question follows', () => {
    const game = Game.atFirstQuestion().reveals();
    expect(game.order('pause')).toEqual(['withdraw', 'post notice 0 paused']);
    expect(game.order('resume')).toEqual(['post question 1']);
  });

  test('of a reveal that nobody has seen: it is posted again, unless it came out meanwhile', () => {
    const game = Game.atFirstQuestion();
    game.due();
    game.due();
    expect(game.order('pause')).toEqual(['withdraw', 'post notice 0 paused']);
    const paused = game.state;
    expect(game.order('resume')).toEqual(['post reveal 0']);
    game.state = paused;
    expect(game.posted('reveal')).toEqual([]);
    expect(game.state.phase).toBe('paused');
    expect(game.left).toBe(DAY);
    expect(game.order('resume')).toEqual(['post question 1']);
  });

  test('is asked for once, and so is its end', () => {
    const game = Game.atFirstQuestion();
    expect(game.order('resume')).toEqual(['refused: not now']);
    game.order('pause');
    expect(game.order('pause')).toEqual(['refused: not now']);
    expect(game.order('skip')).toEqual(['refused: not now']);
    expect(game.press('next')).toEqual(['refused: not now']);
    expect(game.press('reveal')).toEqual(['refused: not now']);
  });

  test('is given up after a day, and can be stopped', () => {
    const game = Game.atFirstQuestion();
    game.order('pause');
    const paused = game.state;
    expect(game.due()).toEqual(['withdraw', 'post end 0']);
    expect(game.state).toMatchObject({ phase: 'abandoned' });
    expect(game.state).not.toHaveProperty('paused');
    game.state = paused;
    expect(game.order('stop')).toEqual(['withdraw', 'post end 0']);
  });
});

describe('a message that the place refuses', () => {
  test.each([
    ['opening', new Game(), 'opening'],
    ['question', midway('question'), 'question'],
    ['reveal', midway('reveal'), 'reveal'],
  ] as const)('%s: pauses the round and tells its host', (message, game, from) => {
    expect(game.refused(message)).toEqual(['withdraw', 'tellHost']);
    expect(game.state).toMatchObject({ phase: 'paused', paused: { from, why: 'refused' } });
    expect(game.left).toBe(DAY);
    expect(game.refused(message)).toEqual(['refused: no change']);
    expect(game.order('resume')[0]).toMatch(`post ${message}`);
  });

  test('is of no account where nothing waits for it', () => {
    const game = Game.atFirstQuestion();
    for (const message of ['opening', 'question', 'reveal', 'notice', 'end'] as const)
      expect(game.refused(message)).toEqual(['refused: no change']);
    game.reveals();
    expect(game.refused('reveal')).toEqual(['refused: no change']);
    game.due();
    expect(game.refused('question', 0)).toEqual(['refused: no change']);
  });
});

function midway(message: 'question' | 'reveal'): Game {
  const game = new Game();
  game.order('begin');
  if (message === 'question') return game;
  game.posted('question');
  game.due();
  game.due();
  return game;
}
