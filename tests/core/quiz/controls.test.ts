import { describe, expect, test } from 'vitest';
import { ana, Game, host, moderator } from './game.ts';

describe('stop', () => {
  test('ends the round at any time, and takes back what waits', () => {
    const game = new Game();
    expect(game.order('stop')).toEqual(['withdraw', 'post end -1']);
    expect(game.state.phase).toBe('stopped');
    expect(game.state).not.toHaveProperty('deadline');
  });

  test('takes the controls off an open question; of one that is closing the edit is on its way', () => {
    const game = Game.atFirstQuestion();
    const open = game.state;
    expect(game.order('stop')).toEqual(['withdraw', 'close m2', 'post end 0']);
    game.state = open;
    game.due();
    expect(game.order('stop')).toEqual(['withdraw', 'post end 0']);
  });

  test('counts nothing of the question that was open', () => {
    const game = Game.atFirstQuestion();
    game.answer(ana, 'B');
    game.order('stop');
    expect(game.scores).toEqual({ ana: 0 });
  });

  test('happens once: after it everything is over', () => {
    const game = Game.atFirstQuestion({}, [ana]);
    game.order('stop', moderator);
    const { state } = game;
    const over = ['refused: over'];
    expect(game.order('stop')).toEqual(over);
    expect(game.due()).toEqual(over);
    expect(game.join(host)).toEqual(over);
    expect(game.answer(ana, 'B')).toEqual(over);
    expect(game.press('next')).toEqual(over);
    expect(game.posted('end')).toEqual(over);
    expect(game.refused('end')).toEqual(over);
    expect(game.restart()).toEqual(over);
    expect(game.state).toBe(state);
  });
});

describe('skip', () => {
  test('in the opening begins', () => {
    expect(new Game().order('skip')).toEqual(['post question 0']);
  });

  test('reveals an open question, which counts for nobody', () => {
    const game = Game.atFirstQuestion();
    game.answer(ana, 'B');
    expect(game.order('skip')).toEqual(['close m2', 'post reveal 0']);
    expect(game.state.results).toEqual([{ question: 0, answered: 1, right: 1, skipped: true }]);
    expect(game.scores).toEqual({ ana: 0 });
    game.posted('reveal');
    expect(game.due()).toEqual(['post question 1']);
  });

  test('reveals a closing question, whose controls are being taken off already', () => {
    const game = Game.atFirstQuestion();
    game.due();
    expect(game.order('skip')).toEqual(['post reveal 0']);
  });

  test('takes back a question that is being posted', () => {
    const game = new Game();
    game.order('begin');
    expect(game.order('skip')).toEqual(['withdraw', 'post reveal 0']);
  });

  test('of a reveal goes on, and with silence before it is forgotten', () => {
    const game = Game.atFirstQuestion().reveals();
    expect(game.state.unanswered).toBe(1);
    expect(game.order('skip')).toEqual(['post question 1']);
    game.posted('question');
    game.order('skip');
    expect(game.state.unanswered).toBe(0);
  });
});

describe('who may', () => {
  test.each(['stop', 'skip', 'pause', 'resume', 'begin'] as const)('%s: host and moderators', (kind) => {
    const game = Game.atFirstQuestion({}, [ana]).wait(3600);
    const { state } = game;
    expect(game.order(kind, ana)).toEqual(['refused: not yours']);
    expect(game.state).toBe(state);
    expect(game.order(kind, moderator)).not.toEqual(['refused: not yours']);
    game.state = state;
    expect(game.order(kind, host)).not.toEqual(['refused: not yours']);
  });

  test('hold: host and moderators, even while the host is away', () => {
    const game = Game.atFirstQuestion({}, [ana]).reveals().wait(100);
    expect(game.press('hold', ana)).toEqual(['refused: not yours']);
    expect(game.press('hold', moderator)).toEqual([]);
  });

  test('whatever the host does shows that they are there', () => {
    const game = Game.atFirstQuestion({ seconds: null }, [ana]);
    game.wait(50).answer(host, 'B');
    game.wait(50);
    expect(game.press('reveal', ana)).toEqual(['refused: not yours']);
    expect(game.press('reveal', host, 7)).toEqual(['refused: closed']);
    expect(game.wait(10).press('reveal', ana)).toEqual(['close m2']);
  });
});
