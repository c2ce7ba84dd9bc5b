import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Random } from '../../src/core/quiz/random.ts';
import { startSlack } from '../servers/slack.ts';
import type { Attack } from './attack.ts';
import { Knocker } from './knock.ts';
import { pick, WORDS } from './nonsense.ts';
import { slackDeeds } from './slack-deeds.ts';
import { huge, PATH, type Request, slackWays } from './slack-requests.ts';

/** Requests to the real Bolt on the program's web server: signed, as only Slack can sign, and not. */
export async function slackHttpAttack(address: () => string): Promise<Attack> {
  const requests: Request[] = [];
  let number = 0;
  // Between the loopback Slack and the program, to keep what Slack sends.
  const post = createServer(async (request, response) => {
    const type = String(request.headers['content-type']);
    const body = await text(request);
    requests.push({ type, body });
    const headers = {
      'Content-Type': type,
      'X-Slack-Signature': String(request.headers['x-slack-signature']),
      'X-Slack-Request-Timestamp': String(request.headers['x-slack-request-timestamp']),
    };
    const answer = await fetch(address() + PATH, { method: 'POST', headers, body });
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((listening) => post.listen(0, '127.0.0.1', listening));
  const { port } = post.address() as AddressInfo;
  const slack = await startSlack({ requestUrl: () => `http://127.0.0.1:${port}` });
  slack.world.patience = 10_000;
  const knocker = new Knocker(address);
  const ways = slackWays(slack.signingSecret);

  /** By one of many members in one of many places, so that few of them ask too much. */
  const byAnybody = (random: Random, { type, body }: Request): Request => {
    const [who, where] = [500, 50].map((most) => Math.floor(random() * most));
    return { type, body: body.replaceAll(/U1\d\d/g, `U9${who}`).replaceAll(/\bC1\b/g, `C9${where}`) };
  };

  return {
    name: 'Slack, HTTP',
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
    },
    secrets: [slack.botToken, slack.signingSecret, WORDS],
    ready: /Slack: connected as/,
    outcomes: knocker.outcomes,
    wrong: knocker.wrong,
    prepare: () => slackDeeds(slack),
    async send(random) {
      number += 1;
      if (random() < 0.003) return knocker.send(huge, undefined);
      const request = byAnybody(random, pick(random, requests));
      await knocker.send(pick(random, ways), { random, request, number });
    },
    keepStep: async () => {},
    async settle() {
      await knocker.settle();
      slack.calls.length = 0;
      slack.faults.length = 0;
    },
    async ask() {
      return (await slack.member('Ben').types('/sums addition')).text;
    },
    async close() {
      knocker.close();
      post.closeAllConnections();
      post.close();
      await slack.close();
    },
  };
}
