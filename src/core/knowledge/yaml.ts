import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Report } from './findings.ts';

/** The parser calls itself for each level, and the stack has an end. */
const MAX_DEPTH = 50;

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** YAML of a known shape, and where each of its values stands. */
export interface Yaml<T> {
  value: T;
  /** The line in the file of the value at `path`, or of the nearest value around it. */
  line(path: Path): number;
}

/**
 * Reads YAML whose scalars are all texts (so `1.10` and `no` stay as written). Keys that `schema`, made of strict objects, does not
 * know are warnings; YAML that cannot be parsed and values of a wrong shape are errors, and then there is no result.
 * @param firstLine the line in the file of the YAML's first line
 */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  report: Report,
  firstLine = 1,
): Yaml<T> | undefined {
  const lines = new LineCounter();
  const lineAt = (offset: number) => firstLine - 1 + lines.linePos(offset).line;
  const doc = parse(text, lines);
  if (typeof doc === 'string') {
    report.error(firstLine, `the YAML cannot be read: ${doc}`, 'make it simpler');
    return undefined;
  }
  const [broken] = doc.errors;
  if (broken) {
    const what = `the YAML cannot be read: ${broken.message}`;
    report.error(lineAt(broken.pos[0]), what, 'put texts with special characters in quotes');
    return undefined;
  }

  const line = (path: Path) => lineAt(offsetOf(doc, path));
  const first = schema.safeParse(dataOf(doc));
  for (const issue of first.error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const path = [...steps(issue.path), key];
      report.warn(line(path), `the key "${key}" is not known`, 'mend its spelling or take it out');
      doc.deleteIn(path);
    }
  }
  const read = schema.safeParse(dataOf(doc));
  for (const issue of read.error?.issues ?? []) {
    const path = steps(issue.path);
    const named = path.length === 0 ? 'the YAML' : `"${path.join('.')}"`;
    report.error(line(path), `${named} ${issue.message}`, 'see docs/knowledge.md for its form');
  }
  return read.success ? { value: read.data, line } : undefined;
}

/** The parsed document or, for what the parser gives up on (nested too deep, too many aliases), the reason. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | string {
  if (isTooDeep(text)) return `more than ${MAX_DEPTH} lists and maps inside each other`;
  try {
    const doc = parseDocument(text, {
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter,
    });
    doc.toJS();
    return doc;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** An upper bound of the nesting is enough: no deck comes near. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(depth - 1, 0);
    if (depth > MAX_DEPTH) return true;
  }
  return text.split('\n').some((row) => row.split(/[-?:][ \t]/).length > MAX_DEPTH || /^ {200}/.test(row));
}

/** The document as plain data; an empty one is an empty map. */
function dataOf(doc: Document): unknown {
  return isMap(doc.contents) ? doc.toJS() : doc.toJS() || {};
}

function steps(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}

function offsetOf(doc: Document, path: Path): number {
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find((item) => keyOf(item.key) === path.at(-1)) : undefined;
  const node = isPair(pair) ? pair.key : doc.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(doc, path.slice(0, -1));
}

function keyOf(key: unknown): unknown {
  return isNode(key) ? key.toJSON() : key;
}
