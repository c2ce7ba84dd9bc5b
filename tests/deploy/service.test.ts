import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { variables } from '../../src/config.ts';

const unit = readFileSync('deploy/studyhall.service', 'utf8');
const installed = '/opt/studyhall';

function setting(name: string): string {
  return unit.match(new RegExp(`^${name}=(.*)$`, 'm'))?.[1] ?? '';
}

/** Of systemd 254; older ones say that they ignore them. */
const newer = /Unknown key( name)? '(RestartSteps|RestartMaxDelaySec)'/;

describe('deploy/studyhall.service', () => {
  test('starts what there is', () => {
    const [program = '', file = ''] = setting('ExecStart').split(' ');
    expect(existsSync(program.replace(installed, '.'))).toBe(true);
    expect(existsSync(file)).toBe(true);
    expect(setting('WorkingDirectory')).toBe(installed);
  });

  test('sets only what the program or Node knows', () => {
    const names = setting('Environment')
      .split(' ')
      .map((one) => one.split('=')[0] ?? '');
    expect(names.filter((name) => !name.startsWith('NODE_') && !variables.includes(name))).toEqual([]);
  });

  test('lets the program write in its own folders', () => {
    expect(setting('Environment')).toContain(`DATA_DIR=/var/lib/${setting('StateDirectory')}`);
    expect(setting('Environment')).toContain(`NODE_COMPILE_CACHE=/var/cache/${setting('CacheDirectory')}`);
  });

  test('lets the program stop in its own time, which is five seconds', () => {
    expect(Number(setting('TimeoutStopSec'))).toBeGreaterThan(5);
  });

  test('starts it again, for ever, and ever more slowly', () => {
    expect(setting('Restart')).toBe('always');
    expect(setting('StartLimitIntervalSec')).toBe('0');
    expect(Number(setting('RestartSteps'))).toBeGreaterThan(1);
  });

  test('is a unit to systemd', ({ skip }) => {
    const here = join(mkdtempSync(join(tmpdir(), 'unit-')), 'studyhall.service');
    writeFileSync(here, unit.replaceAll(installed, resolve('.')));
    const { error, status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', here], {
      encoding: 'utf8',
    });
    if (error) return skip('systemd-analyze is not on this machine');
    expect(stderr.split('\n').filter((line) => line && !newer.test(line))).toEqual([]);
    expect(status).toBe(0);
  });
});
