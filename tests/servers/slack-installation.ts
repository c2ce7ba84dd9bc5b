import { Refusal } from './slack-arguments.ts';

/** What the workspace has given the app: a bot token, which ends with the installation. */
export class Installation {
  /** Of the installation there is, or else of the last. */
  botToken = 'xoxb-1-test';
  readonly appToken = 'xapp-1-test';
  readonly #ended = new Set<string>();
  #number = 1;

  /** @throws Refusal unless the token is one of this kind, and works */
  check(token: string | undefined, kind: 'bot' | 'app'): void {
    if (token !== undefined && this.#ended.has(token)) throw new Refusal('account_inactive');
    if (token !== this.botToken && token !== this.appToken) throw new Refusal('invalid_auth');
    if (token !== (kind === 'bot' ? this.botToken : this.appToken))
      throw new Refusal('not_allowed_token_type');
  }

  end(): void {
    this.#ended.add(this.botToken);
  }

  /** Gives another token. */
  renew(): string {
    this.end();
    this.#number += 1;
    this.botToken = `xoxb-${this.#number}-test`;
    return this.botToken;
  }
}
