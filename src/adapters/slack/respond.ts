/** Milliseconds for one call. */
const CALL = 10_000;

/** A response URL did not take a message. `code` is Slack's own, or the HTTP status. */
export class ResponseError extends Error {
  override name = 'ResponseError';
  readonly code: string;
  /** True when Slack said no, false when the outcome is unknown. */
  readonly refused: boolean;

  constructor(code: string, refused: boolean) {
    super(`The response URL answered ${code}.`);
    this.code = code;
    this.refused = refused;
  }
}

/**
 * Posts to the response URL of an interaction. Bolt's own `respond` exists only while the interaction is handled, and takes a refusal
 * in a body of status 200 for success.
 *
 * @param limited told when Slack answers with 429
 * @throws ResponseError when Slack does not take it, and what fetch throws when there is no answer
 */
export async function respond(url: string, message: object, limited: () => void): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(CALL),
  });
  if (response.status === 429) limited();
  const said = /"ok":\s*false,\s*"error":\s*"(\w+)"/.exec(await response.text())?.[1];
  if (said) throw new ResponseError(said, true);
  if (!response.ok) throw new ResponseError(`http_${response.status}`, response.status < 500);
}
