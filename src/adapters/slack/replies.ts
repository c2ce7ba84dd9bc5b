import type { webApi } from '@slack/bolt';
import type { AdapterDeps } from '../../chat/chat.ts';
import type { Event } from '../../chat/event.ts';
import type { After } from './after.ts';
import { answer } from './answer.ts';
import { codeOf, isFinal, platformError } from './errors.ts';
import { userOf } from './events.ts';
import { handOver } from './files.ts';
import { formView, type Origin } from './form.ts';
import type { Outlet } from './outlet.ts';

export interface ReplyDeps extends Pick<AdapterDeps, 'chat' | 'log' | 'lost' | 'limited'> {
  client: webApi.WebClient;
  after: After;
  once(id: string): boolean;
  take(id: string): Promise<boolean>;
  now(): number;
}

/** The replies under way. */
export interface Replies {
  client: webApi.WebClient;
  now(): number;
  /** Told when Slack answers with 429. */
  limited(): void;
  /** Something has come in. What this returns is called once Slack has its first answer, with the event that it was, if any. */
  arrived(): (event: Event | undefined) => void;
  /**
   * Brings an event to the chat and its reply out. An event that was seen before, or is none, is left alone.
   *
   * @param origin where the answer to a form goes that the reply may ask for
   */
  bring(event: Event | undefined, outlet: Outlet, origin?: Origin): void;
  /** Resolves when all replies so far are out. */
  settled(): Promise<void>;
}

export function createReplies({
  chat,
  log,
  lost,
  limited,
  client,
  after,
  once,
  take,
  now,
}: ReplyDeps): Replies {
  const underWay = new Set<Promise<void>>();

  const failed = (id: string, error: unknown) => {
    log.warn({ platform: 'slack', event: id, code: codeOf(error) }, 'Slack did not take a reply.');
    if (isFinal(error)) lost(platformError(error, 'SLACK_BOT_TOKEN'));
  };

  const respond = async (event: Event, outlet: Outlet, origin: Origin) => {
    // What is said is delivered again, and then to any process; all else comes once, to one.
    if (event.input.kind === 'talk' && !(await take(event.id))) return;
    await answer(chat.handle(event), outlet, {
      after,
      formView: (form) => formView(form, origin),
      handOver: (message) => handOver({ client, after }, userOf(event.actor.id), message),
    });
  };

  return {
    client,
    now,
    limited,
    arrived() {
      const taken = chat.arrived();
      return (event) => event && taken(event);
    },
    bring(event, outlet, origin = {}) {
      if (!event || !once(event.id)) return;
      const reply = respond(event, outlet, origin)
        .catch((error) => failed(event.id, error))
        .finally(() => underWay.delete(reply));
      underWay.add(reply);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
