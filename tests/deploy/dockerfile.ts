import { readFileSync } from 'node:fs';

export interface Instruction {
  /** In capitals, such as COPY. */
  name: string;
  /** What follows it, on one line. */
  rest: string;
}

const text = readFileSync('Dockerfile', 'utf8');

/** The Dockerfile's instructions in their order. */
export const instructions: readonly Instruction[] = text
  .replace(/^\s*#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => {
    const [, name = '', rest = ''] = line.match(/^(\S+)\s+(.*)$/) ?? [];
    return { name, rest: rest.replace(/\s+/g, ' ') };
  });

/** What follows the instructions of a name. */
export function all(name: string): string[] {
  return instructions.filter((one) => one.name === name).map(({ rest }) => rest);
}

/** What follows the only instruction of a name. */
export function only(name: string): string {
  const [rest, more] = all(name);
  if (rest === undefined || more !== undefined) throw new Error(`The Dockerfile needs exactly one ${name}.`);
  return rest;
}

/** The image's environment. */
export const environment: Readonly<Record<string, string>> = Object.fromEntries(
  only('ENV')
    .split(' ')
    .map((one) => one.split('=', 2)),
);

/** The command in an instruction's JSON form. */
export function commandIn(rest: string): string[] {
  return JSON.parse(rest.slice(rest.indexOf('[')));
}
