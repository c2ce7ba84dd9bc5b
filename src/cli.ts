import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { loadEnvFile } from 'node:process';

enableCompileCache(); // before anything larger is loaded

/** The terminal's commands; each is loaded only when it is asked for, so that a lookup does not wait for the platforms' libraries. */
const commands: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
  ask: async () => (await import('./cli/ask.ts')).ask,
  check: async () => (await import('./cli/check.ts')).check,
  import: async () => (await import('./cli/import.ts')).importDeck,
  export: async () => (await import('./cli/export.ts')).exportDeck,
  doctor: async () => (await import('./cli/doctor.ts')).doctor,
  backup: async () => (await import('./cli/backup.ts')).backup,
  reports: async () => (await import('./cli/reports.ts')).reports,
  'publish:discord': async () => (await import('./cli/publish.ts')).publishToDiscord,
  'publish:slack': async () => (await import('./cli/publish.ts')).publishToSlack,
};

const [name = '', ...args] = process.argv.slice(2);
if (existsSync('.env')) loadEnvFile();
try {
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  if (!command)
    throw new Error(`There is no command "${name}": use one of ${Object.keys(commands).join(', ')}.`);
  process.exitCode = await command(args);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
