import { expect, test } from 'vitest';
import { boltLog } from '../../../src/adapters/slack/bolt-log.ts';

test('what Bolt says reaches the log without secrets, and what members write not at all', () => {
  const lines: string[] = [];
  const note = (_: object, sentence: string) => lines.push(sentence);
  const logger = boltLog({ info: note, warn: note, error: note });
  logger.debug('the text of a message');
  logger.info('the text of a message');
  logger.warn('request to https://hooks.slack.com/commands/T1/secret with xoxb-12-34-abc failed');
  logger.error(new Error('wss://wss.slack.com/link/?ticket=secret and xapp-1-A1-secret'));
  logger.warn('Malformed request body: Unexpected token, "a secret wish" is not valid JSON');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/Malformed request body$/);
  expect(lines.join()).not.toMatch(/secret|abc|text of a message/);
});
