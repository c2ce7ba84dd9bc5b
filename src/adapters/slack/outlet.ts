import type { types, webApi } from '@slack/bolt';
import { text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import type { Visibility } from '../../chat/reply.ts';
import type { Payload } from './blocks.ts';
import { isRefusal } from './errors.ts';
import { calm } from './files.ts';
import { homeView, messageView } from './modal.ts';
import { render } from './render.ts';
import { respond } from './respond.ts';

/** A reply whose message is there. */
export interface Answer {
  message: Message;
  visibility: Visibility;
  replace: boolean;
}

/** Where the answer to one event goes. */
export interface Outlet {
  send(answer: Answer): Promise<void>;
  /** Opens a form; absent where Slack gives no trigger to open it with. */
  open?(form: types.ModalView): Promise<void>;
  /** Keeps the way open for an answer that is slow: the trigger of a window lasts 3 seconds. */
  hold?(replace: boolean): Promise<void>;
  /** Closes the form that was sent; or leaves it open, with what stands in it and a sentence of what is wrong. */
  close?(fault?: string): Promise<void>;
}

type Client = webApi.WebClient;

const say = { wait: 'One moment …' };

/** Sends one message, and throws what Slack says to it. */
type Way = (payload: Payload, answer: Answer, index: number) => Promise<unknown>;

/** A conversation with one member: a direct channel, or the member's id, for which Slack finds it. */
export function directly(client: Client, channel: string, thread?: string): Way {
  return (payload) => client.chat.postMessage({ channel, ...inThread(thread), ...payload, ...calm });
}

/** A channel that the app is a member of. */
export function inChannel(
  client: Client,
  { channel, user, thread }: { channel: string; user: string; thread?: string },
): Way {
  return (payload, { visibility }) => {
    const message = { channel, ...inThread(thread), ...payload };
    return visibility === 'public'
      ? client.chat.postMessage({ ...message, ...calm })
      : client.chat.postEphemeral({ ...message, user });
  };
}

/**
 * The response URL of an interaction: it works where the app is no member, five times within 30 minutes.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 *
 * @param limited told when Slack answers with 429
 * @param clicked the message that was clicked, where there is one; an answer may take the place of an ephemeral one
 */
export function byResponse(
  url: string,
  limited: () => void,
  clicked: { ephemeral?: boolean | undefined; thread?: string | undefined } = {},
): Way {
  return (payload, { visibility, replace }, index) =>
    respond(
      url,
      {
        response_type: visibility === 'public' ? 'in_channel' : 'ephemeral',
        replace_original: replace && visibility === 'private' && clicked.ephemeral === true && index === 0,
        ...inThread(clicked.thread),
        ...payload,
        ...calm,
      },
      limited,
    );
}

/** Sends an answer's messages one by one. From the first that Slack refuses on, they take the next way. */
export function messages(...ways: readonly Way[]): Outlet {
  return {
    async send(answer) {
      const left = [...ways];
      for (const [index, payload] of render(answer.message).entries()) {
        while (!(await sent(left, payload, answer, index))) left.shift();
      }
    },
  };
}

/** False when Slack refuses and there is another way. */
async function sent(
  [way, ...others]: readonly Way[],
  payload: Payload,
  answer: Answer,
  index: number,
): Promise<boolean> {
  try {
    await way?.(payload, answer, index);
    return true;
  } catch (error) {
    if (isRefusal(error) && others.length > 0) return false;
    throw error;
  }
}

function inThread(thread: string | undefined) {
  return thread === undefined ? {} : { thread_ts: thread };
}

/** An outlet that can open forms too, with the trigger of the interaction. */
export function withForm(outlet: Outlet, client: Client, trigger: string): Outlet {
  return {
    open: async (form) => {
      await client.views.open({ trigger_id: trigger, view: form });
    },
    ...outlet,
  };
}

/**
 * Home and windows: a click in Home opens a window or makes Home anew, a click in a window changes that window. When the trigger is
 * spent, the answer comes as a direct message.
 */
export function windowOutlet(
  client: Client,
  { trigger, user, view }: { trigger: string; user: string; view?: { id: string; type: string } | undefined },
): Outlet {
  let window = view?.type === 'modal' ? view.id : undefined;
  const open = async (shown: types.ModalView) => {
    const opened = await client.views.open({ trigger_id: trigger, view: shown });
    window = opened.view?.id;
  };
  const show = async ({ message, replace }: Answer) => {
    if (replace && view?.type === 'home') await publish(client, user, message);
    else if (window === undefined) await open(messageView(message));
    else await client.views.update({ view_id: window, view: messageView(message) });
  };
  return {
    async send(answer) {
      const shown = await show(answer).then(() => true, unlessRefused);
      if (!shown) await messages(directly(client, user)).send(answer);
    },
    async open(form) {
      if (window === undefined) await client.views.open({ trigger_id: trigger, view: form });
      else await client.views.push({ trigger_id: trigger, view: form });
    },
    async hold(replace) {
      if (window !== undefined || (replace && view?.type === 'home')) return;
      await open(messageView([{ kind: 'text', text: text(say.wait) }])).catch(unlessRefused);
    },
  };
}

/** Nothing for what Slack refuses, so that another way can be tried; any other error is thrown on. */
function unlessRefused(error: unknown): undefined {
  if (!isRefusal(error)) throw error;
}

/** The bot's own page, as one member sees it. */
export function homeOutlet(client: Client, user: string): Outlet {
  return { send: ({ message }) => publish(client, user, message) };
}

async function publish(client: Client, user: string, message: Message): Promise<void> {
  await client.views.publish({ user_id: user, view: homeView(message) });
}
