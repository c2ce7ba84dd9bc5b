import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/chat/errors.ts';
import { parseLine } from '../../src/chat/line.ts';
import type { Options } from '../../src/chat/options.ts';
import { readValues } from '../../src/chat/values.ts';

const options = {
  question: { type: 'text', summary: 'What', rest: true },
  questions: { type: 'integer', summary: 'How many', min: 1, max: 50 },
  topic: { type: 'text', summary: 'Topic' },
  level: {
    type: 'choice',
    summary: 'Level',
    choices: [
      { label: 'Easy', value: '1' },
      { label: 'Hard', value: '3' },
    ],
  },
  public: { type: 'flag', summary: 'To all' },
  private: { type: 'flag', summary: 'To me' },
} as const satisfies Options;

const parsed = (line: string) => parseLine(options, line);
const read = (line: string) => readValues(options, parsed(line));

describe('a typed line', () => {
  test('is one question unless it names options', () => {
    expect(parsed('  who patches   the hypervisor? ')).toEqual({ question: 'who patches the hypervisor?' });
    expect(parsed('')).toEqual({});
  });

  test('takes name:value, --name and --name=value from anywhere in it', () => {
    expect(parsed('shield --public vs waf questions:10')).toEqual({
      question: 'shield vs waf',
      public: true,
      questions: '10',
    });
    expect(parsed('--questions=5 TOPIC:kms')).toEqual({ questions: '5', topic: 'kms' });
  });

  test('takes several words in straight or curly quotes', () => {
    expect(parsed('topic:"key management" x')).toEqual({ topic: 'key management', question: 'x' });
    expect(parsed('topic:“key management”')).toEqual({ topic: 'key management' });
  });

  test('understands the dash that phones make of two hyphens', () => {
    expect(parsed('shield —public')).toEqual({ question: 'shield', public: true });
  });

  test('leaves words with a colon alone when they name no option', () => {
    expect(parsed('what is s3:GetObject')).toEqual({ question: 'what is s3:GetObject' });
    expect(parsed('privately:yes')).toEqual({ question: 'privately:yes' });
  });

  test('says which options there are when one is not known', () => {
    expect(() => parsed('shield --pubic')).toThrow(
      new UserError(
        'There is no option --pubic here. The options are questions:…, topic:…, level:…, --public, --private.',
      ),
    );
    expect(() => parseLine({}, 'what now')).toThrow(
      new UserError('I did not understand “what now”. This command takes no options.'),
    );
  });

  test('never throws anything else, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-—"“”a-z:= ]*$/)), (line) => {
        try {
          read(line);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe('values', () => {
  test('have their types; flags are off when not given', () => {
    expect(read('shield questions:10 level:hard')).toEqual({
      question: 'shield',
      questions: 10,
      level: '3',
      public: false,
      private: false,
    });
    expect(read('--public:no')).toMatchObject({ public: false });
    expect(read('public:no')).toMatchObject({ public: false });
  });

  test.each([
    ['questions:99', '“questions” is a whole number from 1 to 50.'],
    ['questions:2.5', '“questions” is a whole number from 1 to 50.'],
    ['level:2', '“level” is one of Easy, Hard.'],
    ['questions: 10', '“questions” needs a value, written questions:value without a space.'],
    ['--questions 10', '“questions” needs a value, written questions:value without a space.'],
    ['public:maybe', '“public” is yes or no.'],
    [`topic:${'x'.repeat(201)}`, 'Keep “topic” within 200 characters.'],
  ])('%s is refused in one sentence', (line, sentence) => {
    expect(() => read(line)).toThrow(new UserError(sentence));
  });

  test('an option that no form of ours offers is refused', () => {
    expect(() => readValues(options, { publik: true })).toThrow('There is no option “publik” here.');
  });
});
