import { stringify } from 'yaml';
import { escapeMarkdown } from '../inline.ts';
import type { Markdown, Question, Topic } from '../types.ts';
import { asHeading, asParagraph, onOneLine } from './blocks.ts';

/**
 * A topic as the text of its file: what `readTopicFile` reads as the same topic, with all ids written out.
 *
 * @param nameOf the name of another topic of the deck, by its id
 */
export function writeTopic(topic: Topic, nameOf: (id: string) => string | undefined): string {
  const { name, aliases, category, docs, reviewed, related } = topic;
  const front = {
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(category !== undefined && { category }),
    ...(docs !== undefined && { docs }),
    ...(reviewed !== undefined && { reviewed }),
    ...(related.length > 0 && { related }),
  };
  const told = topic.confusions.map(({ topic: id, text }) => {
    const link = `[${escapeMarkdown(nameOf(id) ?? id)}](${id}.md)`;
    return `${link}: ${onOneLine(text)}`;
  });
  return [
    `---\n${stringify(front, { lineWidth: 0 })}---`,
    ...(topic.summary === '' ? [] : [asParagraph(topic.summary), '']),
    ...section('Facts', bullets(topic.facts.map(({ text }) => asParagraph(text)))),
    ...section('Not to be confused with', bullets(told)),
    ...section('People also ask', bullets(topic.asked.map((line) => asParagraph(escapeMarkdown(line))))),
    ...section('Tips', bullets(topic.tips.map(({ id, text }) => `${asParagraph(text)} · id ${id}`))),
    ...section('Questions', topic.questions.flatMap(writeQuestion)),
  ].join('\n');
}

/** A question as the lines of its block, with a blank line behind it. */
export function writeQuestion({ id, stem, level, task, docs, choices, explanation }: Question): string[] {
  const meta = [
    `level ${level}`,
    ...(task ? [`task ${task}`] : []),
    `id ${id}`,
    ...(docs ? [`docs ${docs}`] : []),
  ];
  return [
    `### ${asHeading(stem)}`,
    meta.join(' · '),
    '',
    ...choices.map(({ text, right }) => `- [${right ? 'x' : ' '}] ${onOneLine(text)}`),
    '',
    ...(explanation === '' ? [] : [`> ${asParagraph(explanation)}`, '']),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, ...lines];
}

function bullets(texts: readonly Markdown[]): string[] {
  return texts.length === 0 ? [] : [...texts.map((text) => `- ${text}`), ''];
}
