import { parseArgs } from 'node:util';
import { commandsFor } from '../../commands/index.ts';
import { publishDiscord } from '../adapters/discord/publish.ts';
import { createFromManifestLink, manifest } from '../adapters/slack/publish.ts';
import { readConfig } from '../config.ts';
import { openShelves } from './decks.ts';
import { closedHouse } from './house.ts';

/** `publish:discord`: registers the commands with Discord; prints what changes before it writes. */
export async function publishToDiscord(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { discord } = readConfig(process.env, false);
  if (!discord) throw new Error('Set DISCORD_TOKEN first: it says whose commands these are.');
  await publishDiscord(discord, commandsFor(await openShelves(), closedHouse), (line) => console.log(line));
  return 0;
}

/**
 * `publish:slack [--url https://your.host] [--history] [--link]`: prints the app's manifest, for Socket Mode or, with `--url`, for HTTP.
 * `--history` asks for the scopes with which the app can find its own posts again; `--link` prints the link that creates the app.
 */
export async function publishToSlack(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      history: { type: 'boolean', default: false },
      link: { type: 'boolean', default: false },
    },
  });
  if (values.url !== undefined && !/^https:\/\/./.test(values.url))
    throw new Error('--url is the public address of this program, and begins with https://.');
  const made = manifest(commandsFor(await openShelves(), closedHouse), {
    mode: values.url === undefined ? 'socket' : { url: values.url },
    history: values.history,
  });
  console.log(values.link ? createFromManifestLink(made) : JSON.stringify(made, null, 2));
  return 0;
}
