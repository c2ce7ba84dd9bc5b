import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** The program's log. Secrets are blotted out of every line, wherever in it they stand. */
export async function openLog(
  { logLevel, logFormat, secrets }: Config,
  to: NodeJS.WritableStream = process.stdout,
): Promise<Logger> {
  const options = {
    level: logLevel,
    serializers: { err: inShort },
    hooks: {
      streamWrite: (line: string) =>
        secrets.reduce((safe, secret) => safe.replaceAll(secret, '[secret]'), line),
    },
  };
  if (logFormat === 'json') return pino(options, to);
  const { default: pretty } = await import('pino-pretty');
  return pino(
    options,
    pretty({ destination: to, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }),
  );
}

/** The libraries' errors carry whole requests, with what members wrote and tokens in them: only what went wrong is logged. */
function inShort(error: unknown): object {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: typeof error };
}
