import type { Markup } from '../../chat/markup.ts';
import { clean, codeSpan, escapeLineStart, escapeText, safeUrl, ZERO_WIDTH_SPACE } from './escape.ts';

/** A stretch of text in one style. Text is cut between runs, never within printed Markdown, so that no style is left open. */
export interface Run {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  code?: boolean;
  /** The text is Discord's own notation, to stand as it is. */
  raw?: boolean;
  url?: string;
}

/** Longer addresses are shown as text after their label, where they can be cut. */
const LONGEST_LINK = 1000;

/** Markup as lines of runs. */
export function runLines(markup: Markup): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of flatten(markup, {})) {
    const [first = '', ...more] = run.text.split(/\r\n|[\n\r\u2028\u2029]/);
    lines.at(-1)?.push({ ...run, text: clean(first) });
    for (const text of more) lines.push([{ ...run, text: clean(text) }]);
  }
  return lines;
}

function flatten(markup: Markup, style: Omit<Run, 'text'>): Run[] {
  return markup.flatMap((inline): Run[] => {
    switch (inline.kind) {
      case 'text':
        return [{ ...style, text: inline.text }];
      case 'break':
        return [{ ...style, text: '\n' }];
      case 'time':
        return [{ ...style, text: `<t:${Math.round(inline.at / 1000)}:R>`, raw: true }];
      case 'code':
        return [{ ...style, text: inline.text.replace(/\s/g, ' '), code: true }];
      case 'strong':
        return flatten(inline.children, { ...style, strong: true });
      case 'emphasis':
        return flatten(inline.children, { ...style, emphasis: true });
      case 'link': {
        const url = safeUrl(inline.url);
        if (url !== undefined && url.length <= LONGEST_LINK)
          return flatten(inline.children, { ...style, url });
        return [...flatten(inline.children, style), { ...style, text: ` (${inline.url})` }];
      }
      default:
        return inline satisfies never;
    }
  });
}

/** Runs cut into words and the gaps between them; words over 200 characters are cut, so that each piece fits anywhere. */
export function words(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) =>
    [...run.text.matchAll(/\s{1,200}|\S{1,200}/gu)].map(([text]) => ({ ...run, text })),
  );
}

/** Whether a line shows nothing. */
export function isBlank(runs: readonly Run[]): boolean {
  return runs.every(({ text, url }) => url === undefined && text.trim() === '');
}

/** One line of Discord Markdown. */
export function printLine(runs: readonly Run[]): string {
  const links = grouped(runs, (run) => run.url);
  return escapeLineStart(combine(links.map((group) => printLink(group, group[0]?.url))).trim());
}

function printLink(runs: readonly Run[], url: string | undefined): string {
  const label = printStyled(runs);
  if (url === undefined) return label;
  const said = runs.map(({ text }) => text).join('');
  if (said.trim() === '' || safeUrl(said) === url) return `<${url}>`;
  // Brackets end a label early, and Discord shows links whose label is an address as plain text.
  return /[[\]]|:\/\//.test(said) ? `${label} (<${url}>)` : `[${label}](<${url}>)`;
}

function printStyled(runs: readonly Run[]): string {
  const strong = grouped(runs, (run) => run.strong && !run.code);
  return combine(
    strong.map((group) => {
      const isStrong = group[0]?.strong && !group[0].code;
      const emphasised = grouped(group, (run) => run.emphasis && !run.code).map((part) => {
        const isEmphasis = part[0]?.emphasis && !part[0].code;
        return isEmphasis ? wrap(printPlain(part), '*') : printPlain(part);
      });
      return isStrong ? wrap(combine(emphasised), '**') : combine(emphasised);
    }),
  );
}

function printPlain(runs: readonly Run[]): string {
  return combine(
    grouped(runs, (run) => (run.raw ? 'raw' : run.code ? 'code' : 'text')).map((group) => {
      const text = group.map((run) => run.text).join('');
      if (group[0]?.raw) return text;
      return group[0]?.code ? codeSpan(text) : escapeText(text);
    }),
  );
}

/** Puts the marks around the words: Discord does not take marks that touch a space on their inside. */
function wrap(printed: string, mark: string): string {
  const words = printed.trim();
  return words === '' ? printed : printed.replace(words, () => `${mark}${words}${mark}`);
}

/** Keeps the marks of neighbours apart: `**a**` and `*b*` in a row would be read as something else. */
function combine(pieces: readonly string[]): string {
  return pieces.reduce((out, piece) => {
    const meet = out !== '' && out.at(-1) === piece[0] && /[*`]/.test(piece[0] ?? '');
    return out + (meet ? ZERO_WIDTH_SPACE : '') + piece;
  }, '');
}

function grouped<T>(items: readonly T[], by: (item: T) => unknown): T[][] {
  const groups: T[][] = [];
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before !== undefined && by(before) === by(item)) groups.at(-1)?.push(item);
    else groups.push([item]);
  });
  return groups;
}
