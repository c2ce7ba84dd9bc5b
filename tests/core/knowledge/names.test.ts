import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFinding } from '../../../src/core/knowledge/findings.ts';
import { idFrom, isId, shortHash, uniqueId } from '../../../src/core/knowledge/ids.ts';
import { foldName, nameKey } from '../../../src/core/knowledge/names.ts';

describe('names', () => {
  test.each([
    ['AWS Secrets Manager', 'Secret Manager'],
    ['Amazon GuardDuty', 'guard duty'],
    ['The Calvin Cycle', 'calvin cycle'],
    ['Security groups', 'security group'],
    ['Policies', 'policy'],
    ['Élodie', 'elodie'],
  ])('%s and %s mean the same', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test.each([
    ['C', 'C++'],
    ['C#', 'C++'],
    ['Mitosis', 'Meiosis'],
    ['Class', 'Clas'],
    ['が', 'か'],
    ['Ядро', 'Клетка'],
  ])('%s and %s do not', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  test('an alias differs by its plural, not by case, spaces or maker', () => {
    expect(foldName('AWS Parameter store')).toBe(foldName('parameterstore'));
    expect(foldName('Secret Manager')).not.toBe(foldName('Secrets Manager'));
  });
});

describe('ids', () => {
  test.each([
    ['Shared Responsibility Model', 'shared-responsibility-model'],
    ['Naïve Bayes', 'naive-bayes'],
    ['802.1X', '802-1x'],
  ])('%s becomes %s', (name, id) => expect(idFrom(name, 30)).toBe(id));

  test('are cut at a word, with a hash', () => {
    expect(idFrom('Systems Manager Parameter Store', 30)).toMatch(/^systems-manager-[a-z0-9]{7}$/);
  });

  test('have a hash where letters are lost', () => {
    expect(idFrom('Фаза 1', 30)).toMatch(/^1-[a-z0-9]{7}$/);
    expect(idFrom('Фаза 1', 30)).not.toBe(idFrom('Глава 1', 30));
  });

  test('are valid for any text, and unique', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }),
        fc.integer({ min: 10, max: 40 }),
        (texts, most) => {
          const taken = new Set<string>();
          const ids = texts.map((text) => uniqueId(idFrom(text, most), text, most, taken));
          expect(ids.every((id) => isId(id, most))).toBe(true);
          expect(new Set(ids).size).toBe(texts.length);
        },
      ),
    );
  });

  test('the hash stays what it is: ids of questions in stores depend on it', () => {
    expect([shortHash(''), shortHash('which bird flies farthest')]).toEqual(['0ztntfp', '14hfwmj']);
  });
});

test('a finding is one line', () => {
  const finding = {
    level: 'error',
    file: 'shield.md',
    line: 12,
    what: 'this is wrong',
    mend: 'do that',
  } as const;
  expect(formatFinding('aws', finding)).toBe('aws/shield.md:12 error: this is wrong. Do that.');
});
