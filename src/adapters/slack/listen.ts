import type { App, BlockAction, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import type { Event } from '../../chat/event.ts';
import {
  clickEvent,
  commandEvent,
  directEvent,
  formEvent,
  homeEvent,
  mentionEvent,
  menuEvent,
} from './events.ts';
import { readForm } from './form.ts';
import {
  byResponse,
  directly,
  homeOutlet,
  inChannel,
  messages,
  type Outlet,
  windowOutlet,
  withForm,
} from './outlet.ts';
import type { Replies } from './replies.ts';

/**
 * Takes everything that Slack sends: one listener a kind, since Bolt runs all that match and never acknowledges what none does. Each
 * acknowledges first and answers by another way, so that Slack's 3 seconds hold whatever the answer takes; forms alone wait for half of
 * that.
 *
 * @param self the bot's own user id
 */
export function listen(app: App, { client, now, limited, arrived, bring }: Replies, self: string): void {
  /** Bolt has acknowledged what is said before anybody hears of it: what counts is when it is answered. */
  const bringSaid = (event: Event | undefined, outlet: Outlet) => {
    const answered = arrived();
    const send: Outlet['send'] = async (answer) => {
      await outlet.send(answer);
      answered(event);
    };
    bring(event, { ...outlet, send });
  };

  app.command(/.*/s, async ({ ack, body }) => {
    const acknowledged = arrived();
    await ack();
    const event = commandEvent(body, now());
    acknowledged(event);
    const outlet = messages(byResponse(body.response_url, limited), directly(client, body.user_id));
    bring(event, withForm(outlet, client, body.trigger_id), {
      channel: body.channel_id,
      responseUrl: body.response_url,
    });
  });

  app.action<BlockAction>({}, async ({ ack, body }) => {
    const acknowledged = arrived();
    await ack();
    const event = clickEvent(body);
    acknowledged(event);
    const { channel, user, view, container, trigger_id: trigger } = body;
    if (!channel) return bring(event, windowOutlet(client, { trigger, user: user.id, view }));
    const { is_ephemeral: ephemeral, thread_ts: thread } = container;
    const outlet = messages(
      byResponse(body.response_url, limited, { ephemeral, thread }),
      directly(client, user.id),
    );
    bring(event, withForm(outlet, client, trigger), {
      channel: channel.id,
      responseUrl: body.response_url,
      thread,
    });
  });

  app.shortcut<MessageShortcut>({}, async ({ ack, body }) => {
    const acknowledged = arrived();
    await ack();
    if (body.type !== 'message_action') return;
    const event = menuEvent(body);
    acknowledged(event);
    const { channel, user } = body;
    const outlet = messages(
      byResponse(body.response_url, limited),
      inChannel(client, { channel: channel.id, user: user.id }),
      directly(client, user.id),
    );
    bring(event, withForm(outlet, client, body.trigger_id), {
      channel: channel.id,
      responseUrl: body.response_url,
    });
  });

  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ ack, body, view }) => {
    const form = readForm(view);
    if (!form) return ack({ response_action: 'clear' });
    const acknowledged = arrived();
    const { first, origin } = form;
    const event = formEvent(body, form, now());
    const outlet =
      origin.responseUrl === undefined
        ? windowOutlet(client, { trigger: body.trigger_id, user: body.user.id })
        : messages(
            byResponse(origin.responseUrl, limited, { thread: origin.thread }),
            directly(client, body.user.id),
          );
    // Slack keeps a form open, with what stands in it, until it is acknowledged: an answer that is quick enough decides.
    const close: Outlet['close'] = async (fault) => {
      await ack(
        fault === undefined
          ? { response_action: 'clear' }
          : { response_action: 'errors', errors: { [first]: fault } },
      );
      acknowledged(event);
    };
    bring(event, withForm({ ...outlet, close }, client, body.trigger_id), origin);
  });

  app.options({}, async ({ ack }) => {
    await ack({ options: [] });
  });

  app.event('app_mention', async ({ event: said, body }) => {
    const { channel, user, ts, thread_ts: thread = ts } = said;
    if (!user) return;
    const outlet = messages(inChannel(client, { channel, user, thread }), directly(client, user));
    bringSaid(mentionEvent(said, body, self), outlet);
  });

  app.event('message', async ({ event: said, body }) => {
    const thread = 'thread_ts' in said ? said.thread_ts : undefined;
    bringSaid(directEvent(said, body, self), messages(directly(client, said.channel, thread)));
  });

  app.event('app_home_opened', async ({ event: opened, body }) => {
    bringSaid(homeEvent(opened, body), homeOutlet(client, opened.user));
  });
}
