import { NO_EXPLANATION, readQuestions } from '../questions.ts';
import { quote, Report } from '../findings.ts';
import { shortHash } from '../ids.ts';
import { parsePage } from '../markdown.ts';
import { foldText } from '../names.ts';
import type { Question } from '../types.ts';
import { writeQuestion } from './write-topic.ts';

/** A question that comes from elsewhere: its texts are inline Markdown. */
export interface Draft extends Pick<Question, 'stem' | 'choices' | 'explanation'> {
  /** Where it stands in its source. */
  line: number;
  /** As somebody wrote it; a topic file's reader judges it. */
  level?: string;
  task?: string;
  id?: string;
  docs?: string;
}

/**
 * A draft as a question, read as if it stood in a topic file: the same rules hold and the same findings come, at the draft's line.
 * Undefined where it could not be graded.
 */
export function readDraft(draft: Draft, topicId: string, report: Report): Question | undefined {
  const own = new Report(report.file, 1);
  const { stem, choices, explanation } = draft;
  const id = draft.id || `${topicId}-${shortHash(foldText(stem))}`;
  const source = { file: report.file, line: draft.line };
  const lines = writeQuestion({ id, stem, choices, explanation, level: 1, ordered: false, source });
  const meta = (['level', 'task', 'docs'] as const).flatMap((key) => (draft[key] ? [`${key} ${draft[key]}`] : []));
  const text = lines.with(1, [...meta, `id ${id}`].join(' · ')).join('\n');
  const page = parsePage(text, own);
  const [question] = readQuestions(page, topicId, page.root.children);
  for (const { level, what, mend } of own.findings) {
    if (level === 'error') report.error(draft.line, what, mend);
    else if (what !== NO_EXPLANATION) report.warn(draft.line, what, mend);
  }
  return question && !own.findings.some(({ level }) => level === 'error') ? { ...question, source } : undefined;
}

/** Keeps the first of questions with one id; a later one is left out, with an error. */
export function withoutTwins(questions: readonly Question[], report: Report): Question[] {
  const first = new Map<string, Question>();
  for (const question of questions) {
    const twin = first.get(question.id);
    if (twin === undefined) first.set(question.id, question);
    else
      report.error(
        question.source.line,
        `the question ${quote(question.stem)} has the id or the words of the one in line ${twin.source.line}`,
        'give it another id, or ask for something else',
      );
  }
  return [...first.values()];
}
