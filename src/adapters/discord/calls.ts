import {
  type APIMessage,
  DiscordAPIError,
  makeURLSearchParams,
  type RawFile,
  REST,
  RESTEvents,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  type RequestData,
  Routes,
} from 'discord.js';
import { SendError } from '../../chat/port.ts';
import { countSecond } from '../../chat/second.ts';
import { type DiscordSettings, restOptions } from './client.ts';
import { sendError } from './failures.ts';
import { limits } from './limits.ts';
import type { Payload } from './render.ts';

/**
 * The calls with which we post by ourselves, each of them one try that throws a `SendError`. Where a call changes nothing, an outcome
 * that nobody knows is one to be tried later.
 */
export interface Calls {
  create(channel: string, payload: Payload, more: RESTPostAPIChannelMessageJSONBody): Promise<string>;
  /** Leaves nothing of what the message was. */
  edit(channel: string, id: string, payload: Payload): Promise<void>;
  /** A message that is gone already is fine. */
  remove(channel: string, id: string): Promise<void>;
  /** A page of the messages before one, or of all: newest first. */
  history(channel: string, before: string | undefined): Promise<APIMessage[]>;
  /** Refused where we do not see the channel. Its last message is null where nothing was ever said. */
  look(channel: string): Promise<{ last_message_id?: string | null }>;
  /** The conversation with a member, opened where there is none. */
  conversation(member: string): Promise<string>;
  close(): void;
}

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Milliseconds for one call, until its answer is read to the end. */
const CALL_WITHIN = 10_000;

/** Milliseconds to wait for room where only answers can make it. */
const WAIT = 1000;

const UNKNOWN_MESSAGE = 10008;

export interface CallsDeps {
  /** Resolves after so many milliseconds. */
  after(ms: number): Promise<void>;
  /** What of the requests that one bot may make is this process's: above 0 and up to 1. */
  share(): number;
  /** Called when Discord has answered with 429. */
  limited(): void;
}

/**
 * Calls over a REST client of their own, which neither tries again nor waits for rate limits. It lets no more than this process's share of
 * Discord's 50 requests a second out: what would be more is for later. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createCalls({ token, apiUrl }: DiscordSettings, { after, share, limited }: CallsDeps): Calls {
  const rest = new REST({ ...restOptions(apiUrl), retries: 0, rejectOnRateLimit: () => true });
  rest.on(RESTEvents.Response, (_, { status }) => {
    if (status === 429) limited();
  });
  const second = countSecond();

  /** @throws SendError when there is no room now */
  const begin = () => {
    const now = performance.now();
    const most = Math.max(1, Math.floor(limits.requestsPerSecond * share()));
    if (second.count(now) < most) return second.begin(now);
    const after = Math.min(second.fewerThan(most, now) - now, WAIT);
    throw new SendError({ kind: 'later', after, everywhere: true }, 'our own pace');
  };

  const call = async <T>(method: Method, route: `/${string}`, data: RequestData = {}): Promise<T> => {
    const end = begin();
    const patience = new AbortController();
    void after(CALL_WITHIN).then(() => patience.abort());
    rest.setToken(token); // discord.js forgets a token that was refused once
    try {
      return (await rest[method](route, { ...data, signal: patience.signal })) as T;
    } finally {
      end(performance.now());
    }
  };

  return {
    async create(channel, payload, more) {
      const route = Routes.channelMessages(channel);
      const posted = await call<APIMessage>('post', route, requestOf(payload, more)).catch(
        failed(`POST ${route}`),
      );
      return posted.id;
    },
    async edit(channel, id, payload) {
      const route = Routes.channelMessage(channel, id);
      await call('patch', route, requestOf(payload)).catch(failed(`PATCH ${route}`));
    },
    async remove(channel, id) {
      const route = Routes.channelMessage(channel, id);
      await call('delete', route).catch((error) => {
        if (!(error instanceof DiscordAPIError && error.code === UNKNOWN_MESSAGE))
          failed(`DELETE ${route}`)(error);
      });
    },
    history(channel, before) {
      const route = Routes.channelMessages(channel);
      const query = makeURLSearchParams({ limit: limits.historyPage, before });
      return call<APIMessage[]>('get', route, { query }).catch(failed(`GET ${route}`, true));
    },
    async look(channel) {
      const route = Routes.channel(channel);
      return call<{ last_message_id?: string | null }>('get', route).catch(failed(`GET ${route}`, true));
    },
    async conversation(member) {
      const route = Routes.userChannels();
      const body = { recipient_id: member };
      const opened = await call<RESTPostAPICurrentUserCreateDMChannelResult>('post', route, { body }).catch(
        failed(`POST ${route}`, true),
      );
      return opened.id;
    },
    close() {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

function failed(call: string, changesNothing = false) {
  return (error: unknown): never => {
    if (error instanceof SendError) throw error;
    throw sendError(error, call, changesNothing);
  };
}

function requestOf(
  { files, ...payload }: Payload,
  more: RESTPostAPIChannelMessageJSONBody = {},
): RequestData {
  const attachments = files.map(({ name }, id) => ({ id: `${id}`, filename: name }));
  return {
    body: { ...payload, attachments, ...more },
    files: files.map(({ name, content }): RawFile => ({ name, data: content })),
  };
}
