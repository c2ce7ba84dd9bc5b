import { Refusal } from './slack-arguments.ts';
import type { Seen } from './slack-world.ts';

/** How often and how long a response URL works, and a trigger. https://docs.slack.dev/interactivity/handling-user-interaction */
const USES = 5;
const URL_LASTS = 30 * 60_000;
const TRIGGER_LASTS = 3000;

interface Trigger {
  user: string;
  inModal: boolean;
  at: number;
  used: boolean;
}

interface ResponseUrl {
  user: string;
  channel: string;
  /** The message that was clicked. */
  of?: Seen;
  at: number;
  uses: number;
}

/** What an interaction gives the app to answer with. */
export class Passes {
  readonly #triggers = new Map<string, Trigger>();
  readonly #urls = new Map<string, ResponseUrl>();
  readonly #now: () => number;
  readonly #next: (prefix: string) => string;

  constructor(now: () => number, next: (prefix: string) => string) {
    this.#now = now;
    this.#next = next;
  }

  trigger(user: string, inModal: boolean): string {
    const id = this.#next('trigger.');
    this.#triggers.set(id, { user, at: this.#now(), inModal, used: false });
    return id;
  }

  useTrigger(id: string): Trigger {
    const trigger = this.#triggers.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.#now() - trigger.at > TRIGGER_LASTS) throw new Refusal('expired_trigger_id');
    trigger.used = true;
    return trigger;
  }

  /** The path of a new response URL. */
  responseUrl(user: string, channel: string, of?: Seen): string {
    const path = this.#next('/response/');
    this.#urls.set(path, { user, channel, at: this.#now(), uses: 0, ...(of && { of }) });
    return path;
  }

  useUrl(path: string): ResponseUrl {
    const url = this.#urls.get(path);
    if (!url || this.#now() - url.at > URL_LASTS) throw new Refusal('expired_url');
    url.uses += 1;
    if (url.uses > USES) throw new Refusal('used_url');
    return url;
  }
}
