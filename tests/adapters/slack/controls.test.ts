import { expect, test } from 'vitest';
import type { Payload } from '../../../src/adapters/slack/blocks.ts';
import { ownAction } from '../../../src/adapters/slack/controls.ts';
import { render } from '../../../src/adapters/slack/render.ts';
import { actionId } from '../../../src/chat/action.ts';
import { text } from '../../../src/chat/markup.ts';
import type { Message, Part } from '../../../src/chat/message.ts';
import { blockFaults, controlsIn, type Json, textIn } from '../../servers/slack-blocks.ts';

const only = (message: Message): Payload => {
  const [payload, ...others] = render(message);
  if (!payload || others.length > 0) throw new Error('that is not one message');
  return payload;
};

const blocksOf = (payload: Payload): Json[] => payload.blocks.map((block) => ({ ...block }));

test('buttons keep their order and their ids, also when an id comes twice', () => {
  const action = actionId('aws', 'show', 'waf');
  const payload = only([
    {
      kind: 'buttons',
      buttons: [
        { label: 'AWS WAF', action, primary: true },
        { label: 'Again', action },
        { label: 'Documentation', url: 'https://docs.aws.amazon.com/' },
      ],
    },
  ]);
  const controls = controlsIn(blocksOf(payload));
  expect(controls.map((control) => textIn([control]))).toEqual(['AWS WAF', 'Again', 'Documentation']);
  expect(controls.slice(0, 2).map(({ action_id }) => ownAction(String(action_id)))).toEqual([action, action]);
  expect(blockFaults(blocksOf(payload), 'message')).toEqual([]);
});

test('the 26th button stands in a row of its own, and a label that is too long stands above in full', () => {
  const buttons = Array.from({ length: 26 }, (_, index) => ({
    label: `${index} ${'x'.repeat(80)}`,
    action: `a:b:${index}`,
  }));
  const payload = only([{ kind: 'buttons', buttons }]);
  expect(controlsIn(blocksOf(payload))).toHaveLength(26);
  for (const { label } of buttons) expect(textIn(blocksOf(payload))).toContain(label);
});

test('a choice of one is buttons, a choice of several checkboxes with a button', () => {
  const options = [
    { value: 'waf', text: text('AWS WAF') },
    { value: 'shield', text: text('AWS Shield') },
  ];
  const choice: Part = { kind: 'choice', prompt: 'Pick', action: 'quiz:answer', picks: 1, options };
  const [one, several] = [only([choice]), only([{ ...choice, picks: 2 }])].map((payload) =>
    controlsIn(blocksOf(payload)),
  );
  expect(one?.map((control) => [textIn([control]), control.value])).toEqual([
    ['A  AWS WAF', 'waf'],
    ['B  AWS Shield', 'shield'],
  ]);
  expect(several).toMatchObject([
    { type: 'checkboxes', options: [{ value: 'waf' }, { value: 'shield' }] },
    { type: 'button', text: { text: 'Send' } },
  ]);
  expect(several?.map(({ action_id }) => ownAction(String(action_id)))).toEqual([undefined, 'quiz:answer']);
});

test('wording that is too long for a control stands in the body, and the controls carry letters', () => {
  const wording =
    'It protects every customer against the most common attacks, at no extra cost at all, always.';
  const payload = only([
    {
      kind: 'choice',
      prompt: 'Which?',
      action: 'quiz:answer',
      picks: 1,
      options: [
        { value: '1', text: text(wording) },
        { value: '2', text: text('no') },
      ],
    },
  ]);
  expect(controlsIn(blocksOf(payload)).map((control) => textIn([control]))).toEqual(['A', 'B']);
  expect(textIn(blocksOf(payload))).toContain(`A  ${wording}`);
});
