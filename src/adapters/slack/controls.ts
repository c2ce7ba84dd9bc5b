import type { types } from '@slack/bolt';
import { letterOptions } from '../../chat/choice.ts';
import type { ButtonsPart, ChoicePart } from '../../chat/message.ts';
import { type Button, type Checkboxes, type Piece, plainly } from './blocks.ts';
import { printable, webAddress } from './escape.ts';
import { limits } from './limits.ts';
import { body, fill, type Line, runs, written } from './rich-text.ts';
import { shorten, split } from './split.ts';

/** The action id of buttons that open an address: Slack reports their clicks, and nothing is to be done. */
const openLink = 'link';

/** The action id of checkboxes: what is ticked counts when the button beside them is clicked. */
const tick = 'tick';

const say = { send: 'Send' };

/** Labels that a button cannot hold, and addresses that it cannot open, stand above the buttons as a list. */
export function buttons({ buttons: all }: ButtonsPart): Piece[] {
  const aside: Line[] = [];
  const controls = all.flatMap((button): Button[] => {
    const label = printable(button.label);
    const url = 'url' in button ? webAddress(button.url) : undefined;
    if ('url' in button && url === undefined)
      aside.push({ bullet: true, runs: written(`${label}: ${button.url}`) });
    else if (label.length > limits.button) aside.push({ bullet: true, runs: written(label) });
    if ('url' in button) return url === undefined ? [] : [control(label, openLink, { url })];
    return [control(label, button.action, button.primary ? { style: 'primary' } : {})];
  });
  return [...body(aside), ...rows(controls)];
}

/** One to pick is a row of buttons; several are checkboxes with a button that sends what is ticked. */
export function choice(part: ChoicePart): Piece[] {
  const { inBody, options } = letterOptions(part, limits.button);
  const wording = part.options.map(({ text: markup }, index) => ({
    bullet: false,
    runs: [...written(`${options[index]?.letter}  `, { bold: true }), ...runs(markup)],
  }));
  const boxes = options.map(({ label, value }) => ({ text: plainly(printable(label)), value }));
  return [
    ...split(printable(part.prompt).trim(), limits.section).map((said) => ({
      block: { type: 'section' as const, text: plainly(said) },
      said,
    })),
    ...(inBody ? body(wording) : []),
    ...(part.picks === 1
      ? rows(options.map(({ label, value }) => control(printable(label), part.action, { value })))
      : [
          row([
            { type: 'checkboxes', action_id: tick, options: boxes },
            control(say.send, part.action, { style: 'primary' }),
          ]),
        ]),
  ];
}

/** The action id as the message had it (`#` is in none of ours); undefined for a control whose use alone means nothing. */
export function ownAction(actionId: string): string | undefined {
  const action = actionId.replace(/#\d+$/, '');
  return action === openLink || action === tick ? undefined : action;
}

function control(label: string, action_id: string, rest: Partial<types.Button>): Button {
  return { type: 'button', action_id, text: plainly(shorten(label.trim() || '…', limits.button)), ...rest };
}

function rows(controls: readonly Button[]): Piece[] {
  return fill(controls, limits.actionElements, () => 1).map(row);
}

/** Slack wants action ids to differ within a block, so each ends with its place there; `ownAction` takes that off again. */
function row(elements: readonly (Button | Checkboxes)[]): Piece {
  const labels = elements.flatMap((one) =>
    one.type === 'button' ? [one.text.text] : one.options.map(({ text }) => text.text),
  );
  return {
    block: {
      type: 'actions',
      elements: elements.map((one, index) => ({ ...one, action_id: `${one.action_id}#${index}` })),
    },
    said: labels.map((label) => `[${label}]`).join(' '),
  };
}
