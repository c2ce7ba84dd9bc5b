import { expect, test } from 'vitest';
import { openRound } from '../../../src/core/quiz/open.ts';
import { ana, ben, Game, host, moderator } from './game.ts';
import { setupOf } from './questions.ts';

test('a round opens with a message, and begins by itself after 30 seconds', () => {
  const game = new Game();
  expect(game.opened).toEqual(['post opening -1']);
  expect(game.state.players).toEqual({});
  expect(game.wait(29.9).tick()).toEqual(['refused: no change']);
  expect(game.wait(0.1).tick()).toEqual(['post question 0']);
  expect(game.state.phase).toBe('posting');
});

test('a round of no questions cannot be opened', () => {
  expect(() => openRound(setupOf({ questions: [] }), host, 0)).toThrow(RangeError);
});

test('the id of its message is kept, even if it is confirmed after the start', () => {
  const game = new Game();
  expect(game.order('begin')).toEqual(['post question 0']);
  expect(game.posted('opening', -1)).toEqual([]);
  expect(game.state.messages).toEqual({ opening: 'm1' });
  expect(game.happens({ kind: 'posted', message: 'opening', question: -1, id: 'm1', at: 0 })).toEqual([
    'refused: no change',
  ]);
});

test('members join, once each, and the host is one of them when they join too', () => {
  const game = new Game();
  expect(game.join(ana)).toEqual([]);
  expect(game.join(ana)).toEqual(['refused: no change']);
  game.join(host);
  expect(game.state.players[ana.id]).toEqual({ name: 'ana', right: 0, points: 0, active: -1 });
  expect(Object.keys(game.state.players)).toEqual([ana.id, host.id]);
});

test('the host or a moderator starts it sooner, once; nobody else', () => {
  for (const by of [host, moderator]) {
    const game = new Game();
    game.join(ben);
    expect(game.order('begin', ben)).toEqual(['refused: not yours']);
    expect(game.order('begin', by)).toEqual(['post question 0']);
    expect(game.order('begin', by)).toEqual(['refused: not now']);
  }
});

test('nothing can be answered yet', () => {
  const game = new Game();
  expect(game.answer(ana, 'B', game.now, 0)).toEqual(['refused: closed']);
  expect(game.answer(ana, 'B', game.now, -1)).toEqual(['refused: closed']);
});
