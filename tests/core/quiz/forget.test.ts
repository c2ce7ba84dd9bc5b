import { expect, test } from 'vitest';
import { standings } from '../../../src/core/quiz/standings.ts';
import { ana, ben, Game, host } from './game.ts';

const nobody = { id: 'former:1', name: 'former member' };

test('whatever named the member names nobody, and their score stays', () => {
  const game = Game.atFirstQuestion({}, [ana, ben]);
  game.answer(ana, 'B');
  game.reveals().due();
  game.posted('question');
  game.answer(ana, 'B');
  expect(game.happens({ kind: 'forget', player: ana.id, as: nobody })).toEqual([]);
  expect(JSON.stringify(game.state)).not.toContain('ana');
  expect(Object.keys(game.state.answers)).toEqual([nobody.id]);
  game.reveals();
  expect(standings(game.setup, game.state)[0]).toMatchObject({ name: 'former member', right: 2 });
});

test('a host who is forgotten may be stood in for', () => {
  const game = Game.atFirstQuestion({}, [ana, host]);
  game.happens({ kind: 'forget', player: host.id, as: nobody });
  expect(game.state.host).toEqual(nobody);
  expect(game.order('stop', host)).toEqual(['refused: not yours']);
  expect(game.wait(60).press('reveal', ana)).toEqual(['close m2']);
});

test('who plays no part is not there to be forgotten', () => {
  const game = new Game();
  const { state } = game;
  expect(game.happens({ kind: 'forget', player: ben.id, as: nobody })).toEqual(['refused: no change']);
  expect(game.state).toBe(state);
});

test('a round that is over forgets too', () => {
  const game = Game.atFirstQuestion({}, [ana]);
  game.order('stop');
  game.happens({ kind: 'forget', player: ana.id, as: nobody });
  expect(JSON.stringify(game.state)).not.toContain('ana');
});
