import { expect, test } from 'vitest';
import { keepSetups } from '../../src/store/setups.ts';
import { aRound } from './sample.ts';

const setup = (id: string) => aRound(id, 'discord:1').setup;

test('setups that are used stay at hand, up to a number', () => {
  const setups = keepSetups(2);
  setups.put(setup('a'));
  setups.put(setup('b'));
  setups.put(setup('a'));
  expect(setups.get('a')).toEqual(setup('a'));
  setups.put(setup('c'));
  expect(setups.get('b')).toBeUndefined();
  expect(setups.get('a')).toEqual(setup('a'));
  setups.drop('a');
  expect(setups.get('a')).toBeUndefined();
  expect(setups.get('c')).toEqual(setup('c'));
});
