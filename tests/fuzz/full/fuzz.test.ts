import { describe, test } from 'vitest';
import { requestStorm, seed, socketStorm } from '../storms.ts';

const minutes = 60_000;

describe.concurrent(`the program goes on after 100,000 pieces of nonsense (FUZZ_SEED=${seed})`, () => {
  test('from Discord’s gateway and Slack’s socket', { timeout: 15 * minutes }, async () => {
    console.log(await socketStorm(65_000, 1.15));
  });

  test('in requests', { timeout: 15 * minutes }, async () => {
    console.log(await requestStorm(35_000, 1.15));
  });
});
