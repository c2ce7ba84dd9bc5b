import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deckOf, found, read } from '../decks.ts';
import { flawless, flawsOf, madeUp, topicAsking, whats } from './sets.ts';

test('a set without flaws has no findings, whatever its size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), (count) => {
      expect(flawsOf(flawless(count))).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('whatever questions say, each finding has a line of its file and two reads find the same', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom('tern', 'Tern', 'the', 'True', '[a](b)', '`', '(', '40'), fc.string()), {
      maxLength: 6,
    })
    .map((words) => words.join(' ').replaceAll(/\s+/g, ' '));
  const asked = fc.record({
    stem: text,
    right: fc.array(text, { maxLength: 2 }),
    wrong: fc.array(text, { maxLength: 3 }),
    why: text,
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), (questions) => {
      const file = topicAsking('name: Tern', questions);
      const { findings } = read({ 'tern.md': file });
      for (const { line } of findings) expect(line).toBeLessThanOrEqual(file.split('\n').length);
      expect(read({ 'tern.md': file }).findings).toEqual(findings);
    }),
    { numRuns: 30 },
  );
});

describe('the right choice is the longest', () => {
  const withLongest = (count: number, long: number) =>
    flawless(count).map((one, index) =>
      index < long ? { ...one, right: one.right.map((text) => `${text}a`) } : one,
    );

  test('in more than 35 % of twenty questions or more: a finding with the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 45 }), fc.integer({ min: 0, max: 45 }), (count, wanted) => {
        const long = Math.min(count, wanted);
        const isFlawed = count >= 20 && long / count > 0.35;
        expect(flawsOf(withLongest(count, long))).toHaveLength(isFlawed ? 1 : 0);
      }),
      { numRuns: 40 },
    );
  });

  test('names the worst with file and line', () => {
    const questions = withLongest(20, 10).map((one, index) =>
      index === 3 ? { ...one, right: [`${one.right}aaaaaaaaa`] } : one,
    );
    expect(flawsOf(questions)[0]).toMatch(
      /^the right choice is the longest in 10 of 20 questions with four choices \(50 %\), most of all in tern\.md:34 by 10, /,
    );
  });

  test('a strict deck that has this cannot be used', () => {
    const files = { 'tern.md': topicAsking('name: Tern', withLongest(20, 20)), 'deck.yaml': 'strict: true' };
    expect(read(files).deck).toBeUndefined();
    expect(deckOf({ 'tern.md': files['tern.md'] }).topics).toHaveLength(1);
  });
});

describe('a rare word of the stem', () => {
  const others = flawless(30).slice(1);
  const asking = (right: string, wrong: string, stem = 'Where do puffins breed?') =>
    flawsOf([{ stem, right: [right], wrong: [wrong, 'On the ice'] }, ...others]);

  test('that only the right choice has points at it', () => {
    expect(asking('In burrows of puffins', 'Under water')).toEqual([
      'of all choices only the right one has "puffins" in common with the question',
    ]);
    expect(asking('Where a puffin digs', 'Under water')).toHaveLength(1);
  });

  test('is no flaw where a wrong choice has one too, nearly as rare', () => {
    expect(asking('In burrows of puffins', 'Where no puffin breeds')).toEqual([]);
    expect(asking('In burrows of puffins', 'Near those that breed')).toEqual([]);
    const often = others.map((one) => ({ ...one, wrong: [...one.wrong, 'breeding'] }));
    const asked = {
      stem: 'Where do puffins breed?',
      right: ['In burrows of puffins'],
      wrong: ['None breed'],
    };
    expect(flawsOf([asked, ...often])).toHaveLength(1);
  });

  test('is not rare where many questions have it', () => {
    const often = others.map((one) => ({ ...one, stem: `Puffins: ${one.stem}` }));
    const asked = {
      stem: 'Where do puffins breed?',
      right: ['In burrows of puffins'],
      wrong: ['On the ice'],
    };
    expect(flawsOf([asked, ...often])).toEqual([]);
  });

  test('means nothing in names, where every choice is one', () => {
    const choices = (stem: string) => ({
      'arctic-tern.md': topicAsking('name: Arctic Tern', [
        { stem, right: ['Arctic Tern'], wrong: ['Emperor Penguin'] },
        ...others,
      ]),
      'penguin.md': '---\nname: Emperor Penguin\n---\nIt swims.',
    });
    expect(whats(choices('Which of them flies from the Arctic to the south?'))).toEqual([]);
  });
});

test('a topic that is right nearly wherever it is offered can be guessed', () => {
  const names = ['Auk', 'Gull', 'Petrel', 'Skua'];
  const offering = (right: number, wrong: number) =>
    whats({
      ...Object.fromEntries(names.map((name) => [`${name}.md`, `---\nname: ${name}\n---\nA bird.`])),
      'tern.md': topicAsking(
        'name: Tern',
        flawless(right + wrong).map(({ stem }, index) =>
          index < right
            ? { stem, right: ['Tern'], wrong: names.slice(0, 3), why: 'No Auk.' }
            : { stem, right: [names[index % 4] ?? ''], wrong: ['Tern', names[(index + 1) % 4] ?? ''] },
        ),
      ),
    }).filter((what) => what.includes('stands among the choices'));
  expect(offering(8, 0)).toEqual(['"Tern" is right in 8 of the 8 times that it stands among the choices']);
  expect(offering(7, 0)).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), (right, wrong) => {
      const isFlawed = right + wrong >= 8 && right / (right + wrong) > 0.75;
      const isFair = right / (right + wrong) <= 0.6;
      if (isFlawed || isFair) expect(offering(right, wrong)).toHaveLength(isFlawed ? 1 : 0);
    }),
    { numRuns: 30 },
  );
});

describe('two stems', () => {
  const asking = (one: string, other: string, answers = ['Twice', 'Never']) =>
    found({
      'tern.md': topicAsking('name: Tern', [
        { stem: one, right: ['Twice'], wrong: ['Once'] },
        { stem: other, right: answers.slice(0, 1), wrong: ['Once'] },
      ]),
    });
  const stem = 'How often does the tern fly around the whole Earth?';

  test('that say the same are found, whatever their order, capitals and form', () => {
    expect(
      asking(stem, 'Around the whole earth, how often does the tern fly? (Choose ONE.)', ['Never']),
    ).toEqual([
      'tern.md:14 warning the question "Around the whole earth, how often does the tern f…" says the same as the one in tern.md:7',
    ]);
  });

  test('that share half of their words say the same if the answer is the same', () => {
    const near = 'How often does a gull fly around the whole lake?';
    expect(asking(stem, near)).toHaveLength(1);
    expect(asking(stem, near, ['Daily'])).toEqual([]);
    expect(asking(stem, 'Why does it moult?')).toEqual([]);
  });

  test('of any set are found exactly where seven in ten words are shared', () => {
    const words = Array.from({ length: 10 }, (_, index) => madeUp(index));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 }),
        fc.shuffledSubarray(words, { minLength: 10 }),
        (kept, order) => {
          const other = [...order.slice(0, kept), ...words.slice(kept).map((word) => `${word}x`)];
          const isSame = kept / (20 - kept) >= 0.7;
          expect(asking(words.join(' '), other.join(' '), ['Daily'])).toHaveLength(isSame ? 1 : 0);
        },
      ),
    );
  });
});

describe('a stem with a name of its answer', () => {
  const answers = (stem: string, wrong = ['Green Vault']) =>
    whats({
      'kms.md': topicAsking('name: Key Making Service\naliases: [KMS, flood defence, Keymaker]', [
        { stem, right: ['Key Making Service'], wrong },
      ]),
      'vault.md': '---\nname: Green Vault\naliases: [Vault]\n---\nA safe.',
    });

  test.each([
    ['Which service looks after KMS material?', '"KMS"'],
    ['Who is in charge of key-making services here?', '"Key Making Service"'],
  ])('%s', (stem, name) => {
    expect(answers(stem)).toEqual([`the question holds ${name}, a name of its answer "Key Making Service"`]);
  });

  test.each([
    ['a name that only leads there', 'What is a good flood defence?'],
    ['a part of a longer word', 'What does the KMSX do?'],
    ['a wrong choice named as well', 'Which of KMS and Vault opens?'],
  ])('is no flaw with %s', (_, stem) => expect(answers(stem)).toEqual([]));

  test('is no flaw where a wrong choice shares the name', () => {
    expect(answers('Which part of KMS?', ['KMS light'])).toEqual([]);
  });
});

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

test('questions that are made of plain notes are not weighed', () => {
  const notes = Array.from(
    { length: 30 },
    (_, n) => `## ${madeUp(n)}\n- breeds where ${madeUp(n + 40)} lives\n`,
  );
  expect(found({ 'notes.md': `# Birds\n\n${notes.join('\n')}` })).toEqual([]);
});
