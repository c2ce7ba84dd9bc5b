import type { z } from 'zod';
import { checked, edited, type Posted } from './discord-messages.ts';
import { invalid, Refusal, shaped } from './discord-refusal.ts';
import { type MessageShape, type ModalShape, modal, suggestions } from './discord-rules.ts';
import { Watch } from './discord-watch.ts';

export const kinds = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export interface InteractionOptions {
  id: string;
  token: string;
  kind: (typeof kinds)[keyof typeof kinds];
  member: string;
  /** The message that was clicked on. */
  source: Posted | undefined;
  /** Milliseconds by Discord's clock. */
  now(): number;
  /** Puts a message into the channel. */
  post(posted: Pick<Posted, 'body' | 'onlyFor' | 'thinking'>): Posted;
  /** Is called after each change of what members see. */
  changed(): void;
}

const EPHEMERAL = 64;

/** One interaction from its creation until its token runs out, with the rules of what may be answered when. */
export class InteractionRecord {
  readonly #options: InteractionOptions;
  readonly #created: number;
  readonly #watch = new Watch();
  #acknowledged = false;
  /** What was answered, in order: messages that were posted or changed. */
  readonly posted: Posted[] = [];
  original: Posted | undefined;
  form: ModalShape | undefined;
  offered: z.infer<typeof suggestions> | undefined;

  constructor(options: InteractionOptions) {
    this.#options = options;
    this.#created = options.now();
  }

  get id(): string {
    return this.#options.id;
  }

  get token(): string {
    return this.#options.token;
  }

  /** Resolves as soon as it is so; looks after every answer. */
  until(what: () => boolean): Promise<void> {
    return this.#watch.until(what);
  }

  /** The first response: exactly one, within three seconds. */
  callback({ type, data = {} }: { type: number; data?: unknown }): void {
    const { kind, source, now } = this.#options;
    if (now() - this.#created > 3000) throw new Refusal(404, 10062, 'Unknown interaction');
    if (this.#acknowledged) throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
    if ((type === 8) !== (kind === kinds.autocomplete)) throw invalid('type does not fit this interaction');
    if ((type === 6 || type === 7) && !source) throw invalid('there is no message to update');
    if (type === 9 && kind === kinds.modal) throw invalid('no modal in answer to a modal');
    switch (type) {
      case 4:
        this.original = this.#show(checked(data), undefined);
        break;
      case 5:
        this.original = this.#think(data);
        break;
      case 6:
        this.original = source;
        break;
      case 7:
        this.original = source;
        this.#edit(source, checked(data));
        break;
      case 8:
        this.offered = shaped(suggestions, (data as { choices: unknown }).choices);
        break;
      case 9:
        this.form = shaped(modal, data);
        break;
      default:
        throw invalid(`unknown type ${type}`);
    }
    this.#acknowledged = true;
    this.#changed();
  }

  /** A further message. The first one after a placeholder takes its place, and is seen by whom that is seen by. */
  followUp(data: unknown): Posted {
    this.#valid();
    const body = checked(data);
    if (this.original?.thinking && !this.original.deleted) return this.#edit(this.original, body);
    const posted = this.#show(body, undefined);
    this.#changed();
    return posted;
  }

  edit(id: string, data: unknown): Posted {
    this.#valid();
    return this.#edit(this.#find(id), checked(data));
  }

  remove(id: string): void {
    this.#valid();
    this.#find(id).deleted = true;
    this.#changed();
  }

  #valid(): void {
    if (!this.#acknowledged) throw new Refusal(404, 10015, 'Unknown Webhook');
    if (this.#options.now() - this.#created > 15 * 60_000)
      throw new Refusal(401, 50027, 'Invalid Webhook Token');
  }

  #find(id: string): Posted {
    const found = id === '@original' ? this.original : this.posted.find((posted) => posted.id === id);
    if (!found || found.deleted) throw new Refusal(404, 10008, 'Unknown Message');
    return found;
  }

  #show(body: MessageShape, thinking: true | undefined): Posted {
    const onlyFor = (body.flags ?? 0) & EPHEMERAL ? this.#options.member : undefined;
    const posted = this.#options.post({ body, onlyFor, thinking: thinking ?? false });
    this.posted.push(posted);
    return posted;
  }

  #think(data: unknown): Posted {
    const { flags = 0 } = data as { flags?: number };
    if (flags !== 0 && flags !== EPHEMERAL) throw invalid('flags of a deferral may only hold EPHEMERAL');
    return this.#show({ flags: flags as 0 | 64 }, true);
  }

  #edit(posted: Posted | undefined, body: MessageShape): Posted {
    if (!posted) throw new Refusal(404, 10008, 'Unknown Message');
    edited(posted, body);
    if (!this.posted.includes(posted)) this.posted.push(posted);
    this.#changed();
    return posted;
  }

  #changed(): void {
    this.#watch.changed();
    this.#options.changed();
  }
}
