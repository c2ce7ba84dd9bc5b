import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';

/** The program's log, to standard output. Secrets are blotted out of every line, wherever in it they stand. */
export function openLog({ logLevel, logFormat, secrets }: Config): Logger {
  const options = {
    level: logLevel,
    hooks: {
      streamWrite: (line: string) =>
        secrets.reduce((safe, secret) => safe.replaceAll(secret, '[secret]'), line),
    },
  };
  if (logFormat === 'json') return pino(options);
  return pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }));
}
