import { describe, test } from 'vitest';
import { requestStorm, seed, socketStorm } from './storms.ts';

/** A little of `npm run test:fuzz`, other inputs every time. A short run has not yet grown to its size. */
describe.concurrent(`the program goes on after nonsense (FUZZ_SEED=${seed})`, { timeout: 60_000 }, () => {
  test('from Discord’s gateway and Slack’s socket', async () => {
    await socketStorm(800, 1.5);
  });

  test('in requests', async () => {
    await requestStorm(800, 1.5);
  });
});
