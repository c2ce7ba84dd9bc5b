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

export interface ReplyDeps extends AdapterDeps {
  client: webApi.WebClient;
  after: After;
  once(id: string): boolean;
  now(): number;
}

/** The replies under way. */
export interface Replies {
  client: webApi.WebClient;
  now(): number;
  /**
   * Brings an event to the chat and its reply out. An event that was seen before, or is none, is left alone.
   *
   * @param origin where the answer to a form goes that the reply may ask for
   */
  bring(event: Event | undefined, outlet: Outlet, origin?: Origin): void;
  /** Resolves when all replies so far are out. */
  settled(): Promise<void>;
}

export function createReplies({ chat, log, lost, client, after, once, now }: ReplyDeps): Replies {
  const underWay = new Set<Promise<void>>();

  const failed = (error: unknown) => {
    log.warn({ platform: 'slack', code: codeOf(error) }, 'Slack did not take a reply.');
    if (isFinal(error)) lost(platformError(error, 'SLACK_BOT_TOKEN'));
  };

  return {
    client,
    now,
    bring(event, outlet, origin = {}) {
      if (!event || !once(event.id)) return;
      const reply = answer(chat.handle(event), outlet, {
        after,
        formView: (form) => formView(form, origin),
        handOver: (message) => handOver({ client, after }, userOf(event.actor.id), message),
      })
        .catch(failed)
        .finally(() => underWay.delete(reply));
      underWay.add(reply);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
