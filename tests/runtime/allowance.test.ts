import { describe, expect, test } from 'vitest';
import type { Event, Input } from '../../src/chat/event.ts';
import { openAllowance, openLimit } from '../../src/runtime/allowance.ts';

const click: Input = { kind: 'action', action: 'quiz:answer:r:0', values: ['1'] };
const question: Input = { kind: 'line', command: 'aws', text: 'shield' };

function open() {
  let now = 0;
  const allowance = openAllowance();
  const event = (member: string, place: string, input: Input): Event => ({
    ...{ id: 'e', platform: 'discord', manner: 'open', at: 0, input },
    ...{ actor: { id: member, name: member }, place: { id: place, direct: false } },
  });
  return {
    allowance,
    pass: (ms: number) => {
      now += ms;
    },
    /** How many of so many at once are admitted. */
    sends: (times: number, member: string, place = 'study', input = question) =>
      Array.from({ length: times }, () => allowance.admits(event(member, place, input), now)).filter(Boolean)
        .length,
  };
}

describe('what a member may ask', () => {
  test('is thirty things at once, and three more a second after that', () => {
    const { sends, pass } = open();
    expect(sends(100, 'ana')).toBe(30);
    pass(1000);
    expect(sends(100, 'ana')).toBe(3);
    pass(10_000);
    expect(sends(100, 'ana')).toBe(30);
  });

  test('is whole again ten seconds after the last, although more was tried meanwhile', () => {
    const { sends, pass } = open();
    sends(1000, 'ana');
    pass(9000);
    expect(sends(27, 'ana')).toBe(27);
  });

  test('is no less for what others ask elsewhere', () => {
    const { sends } = open();
    sends(100, 'ana', 'study');
    expect(sends(30, 'ben', 'other')).toBe(30);
  });

  test('covers twenty impatient clicks', () => {
    expect(open().sends(20, 'ana', 'study', click)).toBe(20);
  });
});

describe('what is answered in a place', () => {
  test('is a hundred and twenty commands at once, whoever sends them', () => {
    const { sends } = open();
    const admitted = Array.from({ length: 300 }, (_, index) => sends(1, `m${index}`));
    expect(admitted.reduce((sum, one) => sum + one, 0)).toBe(120);
    expect(sends(1, 'late', 'other')).toBe(1);
  });

  test('leaves out clicks: hundreds of players answer at once, in a channel that is full of commands too', () => {
    const { sends } = open();
    for (let member = 0; member < 200; member += 1) sends(1, `asker${member}`);
    const players = Array.from({ length: 1000 }, (_, index) => sends(2, `p${index}`, 'study', click));
    expect(players.every((admitted) => admitted === 2)).toBe(true);
  });
});

test('suggestions are counted by themselves: who types fast can still send', () => {
  const { allowance, sends } = open();
  const offered = Array.from({ length: 100 }, () => allowance.admitsTyping('discord', 'ana', 0));
  expect(offered.filter(Boolean)).toHaveLength(60);
  expect(sends(30, 'ana')).toBe(30);
});

describe('the memory of a limit', () => {
  test('keeps nobody much longer than the window', () => {
    let now = 0;
    const limit = openLimit({ most: 2, window: 1000 });
    for (; now < 100_000; now += 10) limit.take(`m${now}`, now);
    expect(limit.size).toBeGreaterThanOrEqual(100);
    expect(limit.size).toBeLessThan(110);
    now += 1000;
    limit.take('last', now);
    expect(limit.size).toBe(1);
  });

  test('keeps no more than it may, and rather forgives than grows', () => {
    const limit = openLimit({ most: 1, window: 1000 }, 3);
    for (const member of ['a', 'b', 'c']) expect(limit.take(member, 0)).toBe(true);
    expect(limit.take('c', 0)).toBe(false);
    expect(limit.take('d', 0)).toBe(true);
    expect(limit.size).toBe(3);
    expect(limit.take('a', 0)).toBe(true);
  });
});
