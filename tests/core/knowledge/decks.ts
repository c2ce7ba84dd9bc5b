import { expect } from 'vitest';
import { readDeck } from '../../../src/core/knowledge/read.ts';
import type { Deck, ReadDeck, Topic } from '../../../src/core/knowledge/types.ts';

/** Reads a deck named "deck" from texts by path. */
export function read(files: Record<string, string | Uint8Array>): ReadDeck {
  return readDeck(
    'deck',
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
  );
}

/** The deck, which must have been read without errors. */
export function deckOf(files: Record<string, string | Uint8Array>): Deck {
  const { deck, findings } = read(files);
  if (deck === undefined) expect.fail(JSON.stringify(findings));
  return deck;
}

/** The one topic of that id, which must be there. */
export function topicOf(deck: Deck, id: string): Topic {
  const topic = deck.topics.find((each) => each.id === id);
  if (topic === undefined)
    expect.fail(`no topic ${id} among ${deck.topics.map((each) => each.id).join(', ')}`);
  return topic;
}

/** All that a topic says, in order: its summary and its facts. */
export function said({ summary, facts }: Topic): string[] {
  return [summary, ...facts.map((fact) => fact.text)];
}

/** Findings as `file:line level what`, for comparing. */
export function found(files: Record<string, string | Uint8Array>): string[] {
  return read(files).findings.map(({ file, line, level, what }) => `${file}:${line} ${level} ${what}`);
}

/** A topic file that has no findings, with parts replaced. */
export function topicFile({
  front = 'name: Amazon Tern',
  body = 'A sea bird.\n\n## Facts\n- It flies far.',
} = {}): string {
  return `---\n${front}\n---\n${body}\n`;
}

/** A topic file with one question below its heading. */
export function question(text: string): string {
  return topicFile({ body: `A sea bird.\n\n## Questions\n${text}` });
}
