import { describe, expect, test } from 'vitest';
import { biology, history } from './biology.ts';
import { labels, member } from './stage.ts';

const ana = member([biology, history], 'open');
const ben = member([biology, history], 'quiet');

describe('/studyhall', () => {
  test('alone says what there is, made from the commands, to the asker', () => {
    const seen = ana.types('/studyhall');
    expect(seen.by).toBe('the asker');
    expect(seen.text).toContain('- Cell biology: 3 topics, /biology');
    expect(seen.text).toContain('- /history [question] [--private] [--public]: Look something up in');
    expect(seen.text).toContain('- /quiz start [topic] [questions:…] [seconds:…]');
    expect(seen.text).toContain('- /studyhall export: Everything that is kept about you');
    expect(ana.types('/studyhall help').text).toBe(seen.text);
    expect(labels(seen).slice(0, 2)).toEqual(['Look something up', 'Start a round here']);
  });

  test('opens a form to look something up', () => {
    expect(ana.clicks(ana.types('/studyhall'), 'Look something up')).toMatchObject({
      by: 'form',
      text: 'Look something up',
    });
  });

  test('offers no round where there is nobody to play it with', () => {
    const alone = member([biology], 'quiet', true).types('/studyhall');
    expect(labels(alone).slice(0, 2)).toEqual(['Look something up', 'Quiz me alone']);
  });

  test('looks something up in the deck that knows it', () => {
    expect(ana.types('/studyhall nucleus').text).toContain('# Nucleus');
    expect(ana.types('/studyhall augustus').text).toContain('# Augustus');
  });

  test('takes the deck first, and browses it when nothing follows', () => {
    expect(ana.types('/studyhall history Caesar').text).toContain('# Caesar');
    expect(ana.types('/studyhall history nucleus').verdict).toBe('none');
    expect(ana.types('/studyhall biology').verdict).toBe('browse');
  });

  test('keeps to what is usual for answers there', () => {
    expect(ana.types('/studyhall nucleus').by).toBe('everyone');
    expect(ana.types('/studyhall nucleus --private').by).toBe('the asker');
    expect(ben.types('/studyhall nucleus').by).toBe('the asker');
    expect(ben.types('/studyhall nucleus --public').by).toBe('everyone');
  });
});

describe('what is said to the bot', () => {
  test('is looked up; what was asked before all is answered before all', () => {
    const seen = ben.says('where does a cell get its energy from?');
    expect([seen.by, seen.text.split('\n')[0]]).toEqual(['everyone', '# Mitochondrion']);
    expect(labels(seen)).not.toContain('Share with everyone');
  });

  test('and is not known is answered to the asker alone', () => {
    expect(ben.says('pizza dough')).toMatchObject({ by: 'the asker', verdict: 'none' });
  });

  test.each(['', '  ', 'help', 'Hi!', 'hello'])('%j gets the help', (said) => {
    expect(ben.says(said).verdict).toBe('help');
    expect(ben.types(`/studyhall ask ${said}`).verdict).toBe('help');
  });

  test.each(['quiz', 'Quiz!', '/quiz'])('%j gets what the bare command gives', (said) => {
    expect(ben.says(said)).toEqual(ben.types('/quiz'));
    expect(ben.says(`${said} yourself`).verdict).toBe('none');
  });

  test.each(['biology', '/biology'])('%j gets the deck to browse', (said) => {
    expect(ben.says(said).verdict).toBe('browse');
  });
});

describe('Look this up', () => {
  test('shows the topic that a message names, to the asker alone', () => {
    const seen = ana.picksFromMenu('Can someone explain the nucleus to me? I did not get it.');
    expect([seen.by, seen.text.split('\n')[0]]).toEqual(['the asker', '# Nucleus']);
  });

  test('offers all that it names, from all decks', () => {
    const seen = ana.picksFromMenu('Did Augustus know of the mitochondrion or the nucleus?');
    expect(seen.by).toBe('the asker');
    expect(labels(seen).sort()).toEqual(['Augustus', 'Mitochondrion', 'Nucleus']);
    expect(ana.clicks(seen, 'Augustus').text).toContain('# Augustus');
  });

  test('says so when it names nothing', () => {
    expect(ana.picksFromMenu('see you at eight').text).toMatch(
      /^I know none of the things that this message names\./,
    );
  });
});

describe('the home page', () => {
  test('is the help, with every deck to browse', () => {
    expect(ana.opensHome().text).toBe(ana.types('/studyhall').text);
    expect(labels(ana.opensHome())).toContain('Browse Cell biology');
  });

  test('shows the only deck by category at once', () => {
    const home = member([biology], 'quiet').opensHome();
    expect(home.text).toContain('- Organelles: Mitochondrion, Nucleus');
    expect(labels(home)).toEqual(['Organelles', 'Processes']);
  });
});

test('without any deck left everything still answers', () => {
  const nobody = member([], 'open');
  expect(nobody.types('/studyhall nucleus').verdict).toBe('help');
  expect(nobody.says('nucleus').verdict).toBe('help');
  expect(nobody.picksFromMenu('nucleus').verdict).toBe('none');
});
