import type { Finding } from './types.ts';

/** Collects the findings of one file; lines outside of the file are moved to its nearest line. */
export class Report {
  readonly findings: Finding[] = [];
  readonly file: string;
  readonly #lines: number;

  /** `file` relative to the deck's folder; `lines` is how many lines it has. */
  constructor(file: string, lines: number) {
    this.file = file;
    this.#lines = lines;
  }

  /** Notes what keeps the file from being read or a question from being graded. */
  error(line: number, what: string, mend: string): void {
    this.#add('error', line, what, mend);
  }

  /** Notes what should be mended and does not keep the deck from being used. */
  warn(line: number, what: string, mend: string): void {
    this.#add('warning', line, what, mend);
  }

  #add(level: Finding['level'], line: number, what: string, mend: string): void {
    const inside = Math.min(Math.max(line, 1), this.#lines);
    this.findings.push({ level, file: this.file, line: inside, what, mend });
  }
}

/** Findings in the order in which one would mend them: by file, then by line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** A finding as one line: `aws/shield.md:12 error: what. mend.` */
export function formatFinding(deckId: string, finding: Finding): string {
  const { file, line, level, what, mend } = finding;
  return `${deckId}/${file}:${line} ${level}: ${what}. ${mend.charAt(0).toUpperCase()}${mend.slice(1)}.`;
}

/** A piece of somebody's text, shortened and in quotation marks, to be named in a finding. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `"${line.length > 50 ? `${line.slice(0, 49)}…` : line}"`.toWellFormed();
}
