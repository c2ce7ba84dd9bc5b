import { describe, expect, test } from 'vitest';
import { topicAsking, whats } from './sets.ts';

describe('an explanation', () => {
  const bird = (name: string, confused = '') =>
    `---\nname: ${name}\naliases: [the ${name} bird]\n---\nA bird.\n${confused}`;
  const explaining = (why: string, right: string[], wrong: string[]) =>
    whats({
      'tern.md': topicAsking(
        'name: Tern',
        [{ stem: 'Which?', right, wrong, why }],
        'A bird.\n\n## Not to be confused with\n- [Gull](gull.md): it is smaller.',
      ),
      'gull.md': bird('Gull'),
      'auk.md': bird('Auk'),
    });

  test('names at least one wrong choice, by any of its names or by its own words', () => {
    expect(explaining('The Gull and the auk bird do not.', ['Auk'], ['Gull'])).toEqual([]);
    expect(explaining('Auks dive.', ['Auk'], ['Gull', 'Tern'])).toEqual([
      'the explanation does not speak of "Gull", nor "Tern"',
    ]);
    expect(explaining('Nothing lives on bare ice.', ['In burrows'], ['On bare ice'])).toEqual([]);
  });

  test('names the wrong choice that the answer is confused with', () => {
    expect(explaining('An Auk dives.', ['Tern'], ['Gull', 'Auk'])).toEqual([
      'the explanation does not speak of "Gull"',
    ]);
    expect(explaining('A Gull is larger.', ['Tern'], ['Gull', 'Auk'])).toEqual([]);
  });

  test('names the wrong choice that is worded like the answer', () => {
    const [right, near] = ['In deep burrows near cold water', 'In deep burrows near cold lakes'];
    expect(explaining('Never on open ice.', [right], [near, 'On open ice'])).toHaveLength(1);
    expect(explaining('Lakes freeze.', [right], [near, 'On open ice'])).toEqual([]);
  });

  test('of true or false needs to name nothing', () => {
    expect(explaining('So it is.', ['True'], ['False'])).toEqual([]);
  });
});
