import type { z } from 'zod';

/** Discord's refusal of a request. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  /** Seconds, for the header of that name. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: number, sentence: string, retryAfter?: number) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** @throws Refusal with what is wrong where, for shapes and limits */
export function shaped<T extends z.ZodType>(schema: T, data: unknown): z.infer<T> {
  const { success, data: fine, error } = schema.safeParse(data);
  if (success) return fine;
  throw invalid(error.issues.map(({ path, message: wrong }) => `${path.join('.')}: ${wrong}`).join('; '));
}

export function invalid(what: string): Refusal {
  return new Refusal(400, 50035, `Invalid Form Body: ${what}`);
}
