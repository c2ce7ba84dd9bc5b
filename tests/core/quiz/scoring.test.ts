import { describe, expect, test } from 'vitest';
import { isRight, picksOf } from '../../../src/core/quiz/picks.ts';
import { hardest, standings } from '../../../src/core/quiz/standings.ts';
import { tally } from '../../../src/core/quiz/tally.ts';
import { ana, ben, cy, Game } from './game.ts';
import { picks, question, setupOf } from './questions.ts';

describe('picks', () => {
  test('are as many as there are right choices', () => {
    expect(picksOf(question('one'))).toBe(1);
    expect(picksOf(question('three', 'ACD'))).toBe(3);
  });

  test.each([
    ['BD', true],
    ['DB', true],
    ['B', false],
    ['BC', false],
    ['BCD', false],
    ['BDD', false],
    ['', false],
  ])('"%s" where B and D are right: %s', (letters, right) =>
    expect(isRight(question('two', 'BD'), picks(letters))).toBe(right),
  );
});

describe('points', () => {
  const party = (seconds: number | null, second: number, letter = 'B') => {
    const game = Game.atFirstQuestion({ scoring: 'party', seconds }, [cy]);
    game.answer(ana, letter, game.now + second * 1000);
    game.press('reveal');
    game.due();
    return game.state.players[ana.id]?.points;
  };

  test.each([
    [0, 1000],
    [-5, 1000],
    [15, 875],
    [30, 750],
    [60, 500],
  ])('in a party fall from 1000 to 500: after %d of 60 seconds', (second, points) =>
    expect(party(60, second)).toBe(points),
  );

  test('in a party without time are 1000', () => expect(party(null, 3000)).toBe(1000));

  test('for a wrong answer are 0', () => expect(party(60, 1, 'A')).toBe(0));

  test('of study are 1, however long it took', () => {
    const game = Game.atFirstQuestion();
    game.wait(59).answer(ana, 'B');
    game.reveals();
    expect(game.state.players[ana.id]).toMatchObject({ right: 1, points: 1 });
  });

  test('are never negative or over 1000 for an answer that was given late and taken', () => {
    const game = new Game({ scoring: 'party' });
    game.order('begin');
    const { now } = game;
    game.wait(65).answer(ana, 'B');
    game.posted('question', 0, now);
    game.due();
    game.due();
    expect(game.state.players[ana.id]?.points).toBe(500);
  });
});

describe('standings', () => {
  const player = (name: string, right: number, points: number) => ({ name, right, points, active: 0 });
  const players = {
    a: player('Zoe', 2, 900),
    b: player('émile', 1, 1000),
    c: player('Ada', 2, 900),
    d: player('Eve', 0, 0),
  };
  const state = { ...new Game().state, players };

  test('share a place, and leave out the ones after it', () => {
    const ranked = standings(setupOf(), state).map(({ place, name }) => `${place} ${name}`);
    expect(ranked).toEqual(['1 Ada', '1 Zoe', '3 émile', '4 Eve']);
  });

  test('of a party go by points', () => {
    const ranked = standings(setupOf({ scoring: 'party' }), state).map(
      ({ place, name }) => `${place} ${name}`,
    );
    expect(ranked).toEqual(['1 émile', '2 Ada', '2 Zoe', '4 Eve']);
  });

  test('name everyone of the same name in one order', () => {
    const twins = { y: player('Sam', 1, 1), x: player('Sam', 1, 1) };
    expect(standings(setupOf(), { ...state, players: twins }).map((one) => one.player)).toEqual(['x', 'y']);
  });
});

describe('the hardest question', () => {
  const result = (index: number, right: number, answered: number, skipped = false) => ({
    question: index,
    right,
    answered,
    skipped,
  });
  const hardestOf = (...results: ReturnType<typeof result>[]) =>
    hardest(setupOf({ questions: [question('0'), question('1'), question('2', 'B', { level: 3 })] }), {
      ...new Game().state,
      results,
    });

  test('has the lowest share of right answers', () =>
    expect(hardestOf(result(0, 3, 4), result(1, 1, 3), result(2, 1, 2))).toBe(1));
  test('was answered, and not skipped', () =>
    expect(hardestOf(result(0, 0, 0), result(1, 0, 3, true), result(2, 2, 2))).toBe(2));
  test('is of the higher level, else the first, of equals', () => {
    expect(hardestOf(result(0, 1, 2), result(1, 1, 2))).toBe(0);
    expect(hardestOf(result(0, 1, 2), result(2, 2, 4))).toBe(2);
  });
  test('is none where nothing was answered', () => expect(hardestOf(result(0, 0, 0))).toBeUndefined());
});

describe('the tally', () => {
  test('counts each choice, and names who was right in the order of their answers', () => {
    const game = Game.atFirstQuestion({ questions: [question('two', 'BD')] });
    const { now } = game;
    game.answer(ana, 'BD', now + 3000);
    game.answer(ben, 'BD', now + 2000);
    game.answer(cy, 'AB', now + 1000);
    game.reveals();
    expect(tally(game.setup, game.state)).toEqual({ counts: [1, 3, 0, 2], right: ['ben', 'ana'] });
  });

  test('is empty in the opening', () => {
    const game = new Game();
    expect(tally(game.setup, game.state)).toEqual({ counts: [], right: [] });
  });
});
