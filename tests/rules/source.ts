import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  path: string;
  text: string;
  imports: Import[];
}

export interface Import {
  /** A path from the repository's root, or a package's or built-in module's name. */
  from: string;
  local: boolean;
  typeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** All TypeScript files under the given folders, with what they import. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

function importsOf(path: string, text: string): Import[] {
  const found = [
    ...[...text.matchAll(statement)].map(([, type, from = '']) => ({ from, typeOnly: type !== undefined })),
    ...[...text.matchAll(dynamic)].map(([, from = '']) => ({ from, typeOnly: false })),
  ];
  return found.map(({ from, typeOnly }) => {
    const local = from.startsWith('.');
    return { from: local ? normalize(join(dirname(path), from)) : packageName(from), local, typeOnly };
  });
}

function packageName(from: string): string {
  return from.startsWith('node:') ? from : from.split('/', from.startsWith('@') ? 2 : 1).join('/');
}
