import { describe, expect, test } from 'vitest';
import { ana, ben, Game, host } from './game.ts';

const DAY = 24 * 60 * 60;

describe('a question that is being posted', () => {
  test('opens with the confirmation, and its time runs from the timestamp of its message', () => {
    const game = new Game();
    game.order('begin');
    const at = game.now;
    expect(game.wait(4).posted('question', 0, at)).toEqual([]);
    expect(game.state).toMatchObject({ phase: 'open', openedAt: at, closesAt: at + 60_000 });
    expect(game.left).toBe(56);
  });

  test('takes answers before the confirmation', () => {
    const game = new Game();
    game.order('begin');
    expect(game.answer(ana, 'B')).toEqual([]);
    game.posted('question');
    expect(Object.keys(game.state.answers)).toEqual([ana.id]);
  });

  test('is given up after a day', () => {
    const game = new Game();
    game.order('begin');
    expect(game.left).toBe(DAY);
    expect(game.due()).toEqual(['withdraw', 'post end 0']);
    expect(game.state.phase).toBe('abandoned');
  });

  test('confirmed a second time changes nothing', () => {
    const game = Game.atFirstQuestion();
    const again = { kind: 'posted', message: 'question', question: 0, id: 'm2', at: game.now } as const;
    expect(game.happens(again)).toEqual(['refused: no change']);
  });

  test('that stands there twice is known by its newer message, and keeps its time', () => {
    const game = Game.atFirstQuestion();
    expect(game.wait(5).posted('question')).toEqual([]);
    expect(game.state.messages.question).toBe('m3');
    expect(game.left).toBe(55);
    expect(game.posted('question', 0, game.now - 9000)).toEqual(['refused: no change']);
  });

  test.each(['stop', 'pause', 'skip'] as const)('comes out after "%s" without live controls', (kind) => {
    const game = new Game();
    game.order('begin');
    game.order(kind);
    const before = game.state;
    expect(game.posted('question', 0)).toEqual(['close m1']);
    expect(game.state).toBe(before);
  });

  test('comes out after the next one without live controls', () => {
    const game = Game.atFirstQuestion().reveals();
    game.due();
    expect(game.posted('question', 0)).toEqual(['close m4']);
    expect(game.state.phase).toBe('posting');
  });
});

describe('an open question', () => {
  test('closes when its time is up, waits 2 seconds for clicks under way, and is graded', () => {
    const game = Game.atFirstQuestion();
    game.answer(ana, 'B');
    game.answer(ben, 'A');
    expect(game.wait(59.9).tick()).toEqual(['refused: no change']);
    expect(game.wait(0.1).tick()).toEqual(['close m2']);
    expect(game.state.phase).toBe('closing');
    expect(game.wait(1.9).tick()).toEqual(['refused: no change']);
    expect(game.wait(0.1).tick()).toEqual(['grade 0: ana 1, ben 0', 'post reveal 0']);
    expect(game.state.results).toEqual([{ question: 0, answered: 2, right: 1, skipped: false }]);
    expect(game.scores).toEqual({ ana: 1, ben: 0 });
  });

  test('is closed by a tick that comes a little late at the time that was told', () => {
    const game = Game.atFirstQuestion();
    expect(game.wait(70).tick()).toEqual(['close m2']);
    expect(game.state).toMatchObject({ phase: 'closing', closesAt: game.now - 10_000 });
  });

  test('is closed by Reveal at once', () => {
    const game = Game.atFirstQuestion();
    expect(game.wait(7).press('reveal')).toEqual(['close m2']);
    expect(game.state).toMatchObject({ phase: 'closing', closesAt: game.now });
    expect(game.press('reveal')).toEqual(['refused: not now']);
  });

  test('is never open longer for being revealed late', () => {
    const game = Game.atFirstQuestion();
    game.wait(65).press('reveal');
    expect(game.state.closesAt).toBe(game.now - 5000);
  });

  test('without time waits a day for answers', () => {
    const game = Game.atFirstQuestion({ seconds: null });
    expect(game.state.closesAt).toBeUndefined();
    expect(game.left).toBe(DAY);
    expect(game.due()).toEqual(['withdraw', 'close m2', 'post end 0']);
    expect(game.state.phase).toBe('abandoned');
  });

  test('without time is graded after a day if it has answers', () => {
    const game = Game.atFirstQuestion({ seconds: null }, [ana, host]);
    game.answer(ana, 'B');
    expect(game.left).toBe(DAY);
    expect(game.due()).toEqual(['close m2']);
    expect(game.due()).toEqual(['grade 0: ana 1', 'post reveal 0']);
  });
});
