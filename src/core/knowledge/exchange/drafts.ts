import { quote, Report } from '../findings.ts';
import { shortHash } from '../ids.ts';
import { parsePage } from '../markdown.ts';
import { foldText } from '../names.ts';
import { NO_EXPLANATION, readQuestions } from '../questions.ts';
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
  const meta = (['level', 'task', 'docs'] as const).flatMap((key) =>
    draft[key] ? [`${key} ${draft[key]}`] : [],
  );
  const text = lines.with(1, [...meta, `id ${id}`].join(' · ')).join('\n');
  const page = parsePage(text, own);
  const [question] = readQuestions(page, topicId, page.root.children);
  for (const { level, what, mend } of own.findings) {
    if (level === 'error') report.error(draft.line, what, mend);
    else if (what !== NO_EXPLANATION) report.warn(draft.line, what, mend);
  }
  return question && !own.findings.some(({ level }) => level === 'error')
    ? { ...question, source }
    : undefined;
}

/**
 * Whether a question has the id of an earlier one, which is an error: it is left out.
 *
 * @param taken the lines of the ids so far; the question's is added
 */
export function isTwin({ id, stem, source }: Question, taken: Map<string, number>, report: Report): boolean {
  const earlier = taken.get(id);
  if (earlier === undefined) taken.set(id, source.line);
  else {
    const what = `the question ${quote(stem)} has the id or the words of the one in line ${earlier}`;
    report.error(source.line, what, 'give it another id, or ask for something else');
  }
  return earlier !== undefined;
}
