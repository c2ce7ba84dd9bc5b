import { quote, type Report } from './findings.ts';
import { escapeMarkdown, type Inline } from './inline.ts';
import { LENGTHS, type Length, type Part } from './limits.ts';
import type { Markdown } from './types.ts';

/** The Markdown of `value`, cut to plain text if it is longer than its part may be; also longer than advised is a finding. */
export function fitLength(report: Report, value: Inline, part: Part): Markdown {
  const { most } = LENGTHS[part];
  const fits = checkLength(report, value.markdown.length, value.plain, part, value.line);
  return fits ? value.markdown : escapeMarkdown(cut(value.plain, most));
}

/** As `fitLength`, for a text that is no Markdown. */
export function fitText(report: Report, text: string, part: Part, line: number): string {
  return checkLength(report, text.length, text, part, line) ? text : cut(text, LENGTHS[part].most);
}

/** A text cut at a word to at most `most` characters, with an ellipsis if something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${kept.replace(/\s\S{0,30}$/, '')}…`.toWellFormed();
}

function checkLength(report: Report, length: number, text: string, part: Part, line: number): boolean {
  const { advised, most, isGraded }: Length = LENGTHS[part];
  const what = `the ${part} ${quote(text)} has ${length} characters`;
  if (length <= advised) return true;
  if (length <= most) report.warn(line, what, `shorten it to ${advised}`);
  else if (isGraded) report.error(line, `${what}, and ${most} can be shown`, 'shorten it');
  else report.warn(line, `${what}, and ${most} can be shown`, 'shorten it: until then it is cut');
  return length <= most;
}
