import type { z } from 'zod';
import { isEmpty, type MessageShape, type ModalShape, message, modal, suggestions } from './discord-rules.ts';

/** Discord's refusal of a request. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

/** A message as it stands in a channel. */
export interface Posted {
  id: string;
  body: MessageShape;
  /** Who alone sees it; everyone if undefined. */
  onlyFor: string | undefined;
  edits: number;
  deleted: boolean;
  /** A placeholder ("is thinking") that waits for its text. */
  thinking: boolean;
}

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
  post(posted: Omit<Posted, 'id'>): Posted;
  /** Is called after each change of what members see. */
  changed(): void;
}

const EPHEMERAL = 64;

/** One interaction from its creation until its token runs out, with the rules of what may be answered when. */
export class InteractionRecord {
  readonly #options: InteractionOptions;
  readonly #created: number;
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

  /** The first response: exactly one, within three seconds. */
  callback({ type, data = {} }: { type: number; data?: unknown }): void {
    const { kind, source, now, changed } = this.#options;
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
    changed();
  }

  /** A further message. The first one after a placeholder takes its place, and is seen by whom that is seen by. */
  followUp(data: unknown): Posted {
    this.#valid();
    const body = checked(data);
    if (this.original?.thinking && !this.original.deleted) return this.#edit(this.original, body);
    const posted = this.#show(body, undefined);
    this.#options.changed();
    return posted;
  }

  edit(id: string, data: unknown): Posted {
    this.#valid();
    return this.#edit(this.#find(id), checked(data));
  }

  remove(id: string): void {
    this.#valid();
    this.#find(id).deleted = true;
    this.#options.changed();
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
    const posted = this.#options.post({
      body,
      onlyFor,
      edits: 0,
      deleted: false,
      thinking: thinking ?? false,
    });
    this.posted.push(posted);
    return posted;
  }

  #think(data: unknown): Posted {
    const { flags = 0 } = data as { flags?: number };
    if (flags !== 0 && flags !== EPHEMERAL) throw invalid('flags of a deferral may only hold EPHEMERAL');
    return this.#show({ flags: flags as 0 | 64 }, true);
  }

  /** What an edit does not name stays as it is; nor does it change who sees the message. */
  #edit(posted: Posted | undefined, body: MessageShape): Posted {
    if (!posted) throw new Refusal(404, 10008, 'Unknown Message');
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    posted.body = { ...posted.body, ...given, flags: posted.body.flags };
    posted.edits += posted.thinking ? 0 : 1;
    posted.thinking = false;
    if (!this.posted.includes(posted)) this.posted.push(posted);
    this.#options.changed();
    return posted;
  }
}

function checked(data: unknown): MessageShape {
  const body = shaped(message, data);
  if (isEmpty(body)) throw new Refusal(400, 50006, 'Cannot send an empty message');
  return body;
}

/** @throws Refusal with what is wrong where, for shapes and limits */
export function shaped<T extends z.ZodType>(schema: T, data: unknown): z.infer<T> {
  const { success, data: fine, error } = schema.safeParse(data);
  if (success) return fine;
  throw invalid(error.issues.map(({ path, message: wrong }) => `${path.join('.')}: ${wrong}`).join('; '));
}

function invalid(what: string): Refusal {
  return new Refusal(400, 50035, `Invalid Form Body: ${what}`);
}
