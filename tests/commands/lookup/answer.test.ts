import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { biology } from '../biology.ts';
import { deckOf, labels, member } from '../stage.ts';

const ana = member([biology], 'open');
const ben = member([biology], 'quiet');

describe('who sees an answer', () => {
  test('everyone where channels are open, unless asked for in private', () => {
    expect(ana.types('/biology nucleus').by).toBe('everyone');
    expect(ana.types('/biology nucleus --private').by).toBe('the asker');
  });

  test('the asker where channels are quiet, unless asked for in public; then it says who asked', () => {
    expect(ben.types('/biology nucleus').by).toBe('the asker');
    const seen = ben.types('/biology nucleus --public');
    expect(seen.by).toBe('everyone');
    expect(seen.text).toMatch(/\(Asked by Ana\)$/);
  });

  test('who asked in a quiet channel may share the very same answer', () => {
    const asked = ben.types('/biology which cells have no mitochondria, red blood cells?');
    const shared = ben.clicks(asked, 'Share with everyone');
    expect(shared.by).toBe('everyone');
    expect(shared.text).toBe(`${asked.text}\n(Shared by Ana)`);
    expect(labels(shared)).not.toContain('Share with everyone');
    expect(labels(ana.types('/biology nucleus --private'))).not.toContain('Share with everyone');
  });

  test('a comparison can be shared too', () => {
    const asked = ben.types('/biology nucleus vs mitochondrion');
    const shared = ben.clicks(asked, 'Share with everyone');
    expect(shared.text).toBe(`${asked.text}\n(Shared by Ana)`);
  });

  test('in a direct message there is nobody to share with', () => {
    expect(labels(member([biology], 'quiet', true).types('/biology nucleus'))).not.toContain(
      'Share with everyone',
    );
  });
});

describe('what could be meant in several ways', () => {
  const twins = deckOf('twins', {
    'caesar.md':
      '---\nname: Julius Caesar\n---\nA general.\n\n## Facts\n- Julius Caesar crossed the Rubicon.\n',
    'augustus.md':
      '---\nname: Augustus Caesar\n---\nAn emperor.\n\n## Facts\n- Augustus Caesar ended the republic.\n',
  });

  test('is asked back in private, and answered with the privacy that was chosen first', () => {
    const open = member([twins], 'open');
    const which = open.types('/twins caesar');
    expect([which.by, which.verdict]).toEqual(['the asker', 'ambiguous']);
    expect(which.text).toBe('Which of these do you mean by “caesar”?');
    expect(labels(which).sort()).toEqual(['Augustus Caesar', 'Julius Caesar']);
    expect(open.clicks(which, 'Julius Caesar').by).toBe('everyone');
    expect(open.clicks(open.types('/twins caesar --private'), 'Julius Caesar').by).toBe('the asker');
  });
});

describe('what the deck does not know', () => {
  test('is said kindly and in private, with something to click', () => {
    const seen = ana.types('/biology pizza dough');
    expect([seen.by, seen.verdict]).toEqual(['the asker', 'none']);
    expect(seen.text).toBe(`I found nothing about “pizza dough” in Cell biology.
Try another word for it.`);
    expect(labels(seen)).toContain('Browse all topics');
  });

  test('and lies elsewhere gets its sentence, its documentation and the nearest topic', () => {
    const seen = ana.types('/biology photosystem');
    expect([seen.by, seen.verdict]).toEqual(['the asker', 'elsewhere']);
    expect(seen.text).toBe(`Photosystem: Part of how plants catch light. Documentation
Cell biology does not cover that.
Nearest to it:`);
    expect(JSON.stringify(seen.message)).toContain('https://example.org/photosystem');
    expect(labels(seen)).toEqual(['Cell respiration', 'Browse all topics']);
  });
});

describe('old and forged buttons', () => {
  test('of a topic that is gone say so', () => {
    expect(ana.clicksId('biology:show:golgi:public').text).toBe(
      'That topic is not in the deck any more. Type its name to look it up again.',
    );
  });

  test('never throw and are always answered', () => {
    const verb = fc.constantFrom('show', 'share', 'both', 'more', 'browse', 'nothing');
    const arg = fc.oneof(
      fc.string(),
      fc.constantFrom('nucleus', 'mitochondrion', '-1', '1e9', 'NaN', 'public'),
    );
    fc.assert(
      fc.property(verb, fc.array(arg, { maxLength: 4 }), (name, args) => {
        const id = `biology:${name}:${args.map(encodeURIComponent).join(':')}`;
        expect(ana.clicksId(id).text).not.toBe('');
      }),
    );
  });
});
