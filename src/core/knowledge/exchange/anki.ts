import { plainText } from '../markdown.ts';
import type { Deck, Markdown, Question, Topic } from '../types.ts';
import { writeRows } from './table.ts';

/**
 * A deck as Anki's text import takes it (https://docs.ankiweb.net/importing/text-files.html): a note for each topic that has a summary and
 * for each question, with tags for topic, level and task. Notes keep their ids, so that a later import brings them up to date.
 */
export function writeAnki({ id, name, command, topics }: Deck): string {
  const rows = topics.flatMap((topic) => {
    const tag = `${command}::${topic.id}`;
    const notes = [
      ...(topic.summary === '' ? [] : [[`${id}:${topic.id}`, html(topic.name), said(topic), tag]]),
      ...topic.questions.map((question) => [
        `${id}:${topic.id}:${question.id}`,
        asked(question),
        answered(question),
        tagsOf(question, tag),
      ]),
    ];
    return notes;
  });
  const headers = [
    'separator:tab',
    'html:true',
    'notetype:Basic',
    `deck:${oneLine(name)}`,
    'guid column:1',
    'tags column:4',
  ];
  return `${headers.map((header) => `#${header}\n`).join('')}${writeRows(rows, '\t', 'all')}`;
}

function said({ summary, docs }: Topic): string {
  return docs === undefined
    ? markdown(summary)
    : `${markdown(summary)}<br><a href="${html(docs)}">${html(docs)}</a>`;
}

function asked({ stem, choices }: Question): string {
  const items = choices.map(({ text }) => `<li>${markdown(text)}</li>`).join('');
  return `${markdown(stem)}<ol type="A">${items}</ol>`;
}

function answered({ choices, explanation }: Question): string {
  const right = choices.flatMap(({ text, right: isRight }, index) =>
    isRight ? [`<b>${String.fromCharCode(65 + index)}. ${markdown(text)}</b>`] : [],
  );
  return [...right, markdown(explanation)].filter((line) => line !== '').join('<br>');
}

/** Anki parts tags at spaces. */
function tagsOf({ level, task }: Question, tag: string): string {
  return [tag, `level-${level}`, ...(task ? [`task-${task.replaceAll(/\s+/g, '-')}`] : [])].join(' ');
}

function markdown(text: Markdown): string {
  return html(plainText(text));
}

function html(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
