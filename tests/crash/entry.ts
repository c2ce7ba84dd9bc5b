import { once } from 'node:events';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { type Pace, Time } from './time.ts';

/**
 * The program in a process of its own that can be killed at every boundary. It loads its code, says `warm`, and begins when it is told how
 * time passes; once it serves people it says `up`. With `ASK_LEAVE` it asks for leave around each statement of SQLite on that descriptor.
 */
enableCompileCache();
const { DISCORD_TOKEN, SLACK_BOT_TOKEN, ASK_LEAVE } = process.env;
const { openProgram } = await import('./program.ts');
if (DISCORD_TOKEN) await import('../../src/adapters/discord/adapter.ts');
if (SLACK_BOT_TOKEN) await import('../../src/adapters/slack/adapter.ts');
flushCompileCache(); // who is killed writes nothing at the end

const told = once(process, 'message');
process.send?.('warm');
const [pace]: Pace[] = await told;
const time = new Time(pace);
process.on('message', (next: Pace) => time.follow(next));
if (ASK_LEAVE) (await import('./sqlite.ts')).askLeave(Number(ASK_LEAVE));

const program = await openProgram(process.env, time);
process.on('SIGTERM', () => void program.stop().then(() => process.exit(0)));
process.send?.('up');
