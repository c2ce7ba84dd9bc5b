import { startDiscord } from '../../tests/servers/discord.ts';
import { Refusal } from '../../tests/servers/discord-refusal.ts';
import type { Recorded } from '../../tests/servers/discord-rest.ts';

/** Requests of a bot in any second, answers to interactions aside. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
export const PERMITTED = 50;

export type LimitedDiscord = Awaited<ReturnType<typeof limitedDiscord>>;

const SECOND = 1000;
const exempt = /^\/(?:interactions|webhooks)\//;
const creation = /^\/channels\/(\d+)\/messages$/;

/** The tests' loopback Discord with Discord's limit over all routes. Moments are those of `performance.now()`. */
export async function limitedDiscord() {
  const discord = await startDiscord();
  /** When requests were let through. */
  const passed: number[] = [];
  const refused = new WeakSet<Recorded>();
  /** By how many milliseconds the refused requests were too early. */
  const early: number[] = [];
  /** When something was posted, by channel. */
  const posts = new Map<string, number[]>();

  discord.hooks.before = (request) => {
    const now = performance.now();
    if (exempt.test(request.path)) return undefined;
    const oldest = passed.at(-PERMITTED);
    if (oldest === undefined || now - oldest >= SECOND) {
      passed.push(now);
      return undefined;
    }
    const wait = oldest + SECOND - now;
    early.push(wait);
    refused.add(request);
    discord.failing.set(`${request.method} ${request.path}`, {
      refusal: new Refusal(429, 0, 'You are being rate limited.'),
      retryAfter: wait / SECOND,
      global: true,
      times: 1,
    });
    return undefined;
  };
  discord.hooks.after = (request) => {
    const [, channel] = request.method === 'POST' ? (creation.exec(request.path) ?? []) : [];
    if (channel === undefined || refused.has(request)) return undefined;
    const earlier = posts.get(channel) ?? [];
    posts.set(channel, earlier);
    earlier.push(performance.now());
    return undefined;
  };

  return {
    ...discord,
    passed,
    early,
    postsIn: (channel: string): readonly number[] => posts.get(channel) ?? [],
    /** The channels in which something was posted. */
    channelsPosted: (): number => posts.size,
  };
}
