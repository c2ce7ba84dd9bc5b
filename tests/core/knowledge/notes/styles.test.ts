import { describe, expect, test } from 'vitest';
import { deckOf, found, said, topicOf } from '../decks.ts';

/** Topic names and what is said of each, for notes of one file. */
function topics(text: string): Record<string, string[]> {
  return Object.fromEntries(deckOf({ 'my-notes.md': text }).topics.map((topic) => [topic.name, said(topic)]));
}

describe('headings over bullets that name topics', () => {
  test('are categories, and a heading whose bullets are sentences is a topic', () => {
    const deck = deckOf({
      'storage.md': `# Storage notes

# Durability

- The provider keeps several copies of everything
    - Copies
        - in three buildings

# Object & Block Storage

- Acme Bucket
    - Stores objects of any size
    - Standard tier: fast and dear
- Acme Elastic Disk (AED)
    - Stores blocks
`,
    });
    expect(deck.topics.map(({ id, name, category }) => [id, name, category])).toEqual([
      ['acme-bucket', 'Acme Bucket', 'object-block-storage'],
      ['aed', 'Acme Elastic Disk (AED)', 'object-block-storage'],
      ['durability', 'Durability', undefined],
    ]);
    expect(deck.categories).toEqual([{ id: 'object-block-storage', title: 'Object & Block Storage' }]);
    expect(said(topicOf(deck, 'durability'))).toEqual([
      'The provider keeps several copies of everything',
      'The provider keeps several copies of everything – Copies: in three buildings',
    ]);
  });

  test('stay topics where their bullets are its sides or its parties', () => {
    expect(
      topics(`# House rules
## Shared duties
- landlord
  - repairs the roof
- you
  - pay the rent
## Deposits
- allowed uses of the money
  - damage
- interest
  - goes to the tenant
`),
    ).toEqual({
      'Shared duties': ['landlord: repairs the roof', 'you: pay the rent'],
      Deposits: ['allowed uses of the money: damage', 'interest: goes to the tenant'],
    });
  });

  test('may say something themselves before the names', () => {
    expect(topics('# Storage\nThere are two kinds.\n- Disk\n  - blocks\n- Bucket\n  - objects\n')).toEqual({
      Bucket: ['objects'],
      Disk: ['blocks'],
      Storage: ['There are two kinds.'],
    });
  });

  test('may hold one name where others in the file hold several', () => {
    const names = Object.keys(
      topics('# Mammals\n- Whale\n  - swims\n- Bat\n  - flies\n# Birds\n- Penguin\n  - swims\n'),
    );
    expect(names).toEqual(['Bat', 'Whale', 'Penguin']);
  });
});

describe('bullets that only introduce', () => {
  test('are joined with each of their children', () => {
    expect(
      topics(`## Guard
- finds
  - exposure
  - holes
- integrates with
  - S3 and Glacier
- standard
  - free
- supports:
  - TLS
- protects against common exploits like
  - XSS
- comes in two sizes.
  - a small one
`),
    ).toEqual({
      Guard: [
        'finds exposure',
        'finds holes',
        'integrates with S3 and Glacier',
        'standard: free',
        'supports TLS',
        'protects against common exploits like XSS',
        'comes in two sizes.',
        'comes in two sizes: a small one',
      ],
    });
  });
});

describe('worse notes', () => {
  test('bullets without headings, indented by tabs, with Windows line ends', () => {
    const law = '- Offer\r\n\t- must be definite\r\n- Acceptance\r\n\t- mirrors the offer\r\n';
    const expected = { Acceptance: ['mirrors the offer'], Offer: ['must be definite'] };
    expect(topics(law)).toEqual(expected);
    expect(topics(`# Contracts\r\n${law.replaceAll(/^/gm, '\t')}`)).toEqual(expected);
  });

  test('mixed markers, numbered lists indented by two, and bullets of word processors', () => {
    const expected = {
      Meiosis: ['makes gametes'],
      Mitosis: ['makes equal cells', 'Phases – first: prophase'],
    };
    expect(
      topics(
        '- Mitosis\n  * makes equal cells\n  + Phases\n    1. first\n       - prophase\n* Meiosis\n  - makes gametes\n',
      ),
    ).toEqual(expected);
    expect(
      topics(
        '1. Mitosis\n  - makes equal cells\n  - Phases\n    - first\n      - prophase\n2. Meiosis\n  - makes gametes\n',
      ),
    ).toEqual(expected);
    expect(
      topics(
        '• Mitosis\n\t• makes equal cells\n\t• Phases\n\t\t• first\n\t\t\t• prophase\n• Meiosis\n\t• makes gametes\n',
      ),
    ).toEqual(expected);
  });

  test('bold names, "Name - text" and "Name: text", as bullets or as lines', () => {
    const expected = { Diffusion: ['spreads particles'], Osmosis: ['moves water'], Transport: ['needs ATP'] };
    expect(
      topics(
        '# Cell membranes\n- **Osmosis**: moves water\n- **Diffusion:** spreads particles\n- Transport - needs ATP\n',
      ),
    ).toEqual(expected);
    expect(
      topics('Osmosis: moves water\nDiffusion – spreads particles\n**Transport** - needs ATP\n'),
    ).toEqual(expected);
  });

  test('bold lines and short lines over lists', () => {
    expect(topics('**Osmosis**\n- moves water\n\nDiffusion:\n- spreads particles\n')).toEqual({
      Diffusion: ['spreads particles'],
      Osmosis: ['moves water'],
    });
  });

  test('a few "Name: text" bullets under a name are facts of it', () => {
    expect(
      topics(
        '# Photosynthesis\n- Location: chloroplast\n- Inputs: water\n- Outputs: sugar\n- Discovered: 1779\n',
      ),
    ).toEqual({
      Photosynthesis: ['Location: chloroplast', 'Inputs: water', 'Outputs: sugar', 'Discovered: 1779'],
    });
  });

  test('tables', () => {
    expect(
      topics(
        '# Chemistry\n## Elements\n| Name | Symbol | Group |\n|---|---|---|\n| Sodium | Na | 1 |\n| Neon | Ne | |\n## Ions\n| Term | Meaning |\n|---|---|\n| Anion | negative |\n| Cation | positive |\n',
      ),
    ).toEqual({
      Anion: ['negative'],
      Cation: ['positive'],
      Neon: ['Symbol: Ne'],
      Sodium: ['Symbol: Na', 'Group: 1'],
    });
  });

  test('setext headings and sides of a topic as headings of their own', () => {
    expect(
      topics(
        'World War I\n===\n\nCauses\n---\n- Militarism\n  - arms race\n- Alliances\n\nConsequences\n---\n- League of Nations\n\nWorld War II\n===\nCauses\n---\n- Appeasement\n',
      ),
    ).toEqual({
      'World War I': [
        'Causes – Militarism: arms race',
        'Causes: Alliances',
        'Consequences: League of Nations',
      ],
      'World War II': ['Causes: Appeasement'],
    });
  });

  test('numbers in front of headings', () => {
    expect(
      Object.keys(topics('# 1. Networks\n## 1.1 TCP\n- is reliable\n## 2) DNS:\n- finds names\n')),
    ).toEqual(['DNS', 'TCP']);
  });

  test('text under a heading that has headings below it', () => {
    expect(topics('# Plants\nThey are green.\n## Roots\n- drink\n')).toEqual({
      Plants: ['They are green.'],
      Roots: ['drink'],
    });
  });

  test('no structure at all: one topic named after the file', () => {
    expect(topics('The tern flies far.\n\nThe auk does not.\n')).toEqual({
      'My notes': ['The tern flies far.', 'The auk does not.'],
    });
    expect(topics('- terns fly far\n- auks do not\n')).toEqual({
      'My notes': ['terns fly far', 'auks do not'],
    });
  });

  test('code on one line is kept, longer code and what a chat cannot show is left out with a warning', () => {
    const text =
      '# Branches\n- make one\n\n  ```sh\n  git switch -c x\n  ```\n\n```\na\nb\n```\n\nTake <b>care</b> ![of it](x.png).\n\n# Empty\n-\n';
    expect(topics(text)).toEqual({ Branches: ['make one: `git switch -c x`', 'Take care of it.'] });
    expect(found({ 'git.md': text }).map((finding) => finding.replace(/(shown in a chat).*/, '$1'))).toEqual([
      'git.md:8 warning a code block cannot be shown in a chat',
      'git.md:13 warning raw HTML cannot be shown in a chat',
      'git.md:13 warning raw HTML cannot be shown in a chat',
      'git.md:13 warning an image cannot be shown in a chat',
      'git.md:15 warning nothing stands under the heading "Empty"',
      'git.md:16 warning a bullet is empty',
    ]);
  });

  test('front matter of another program', () => {
    expect(topics('---\ntags: [birds]\n---\n# Tern\n- flies far\n')).toEqual({ Tern: ['flies far'] });
  });

  test('names in another script', () => {
    const { topics: all } = deckOf({
      'b.md': '# Биология\n- Клетка\n  - единица жизни\n- Ядро\n  - хранит ДНК\n',
    });
    expect(all.map(({ name }) => name)).toEqual(['Клетка', 'Ядро']);
  });

  test('long prose is parted into facts that fit', () => {
    const facts = topics(`# Tern\n${'It flies from pole to pole every year. '.repeat(30)}`).Tern ?? [];
    expect(facts.every((fact) => fact.length <= 400)).toBe(true);
  });
});
