import type { Payload } from './blocks.ts';

/** What Slack takes, each figure with its source; characters where nothing else is said. */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocks: 50,
  blocksInView: 100,
  /** All blocks of a message as JSON; Slack refuses about 13,200 characters of them. https://github.com/slackapi/bolt-js/issues/2509 */
  message: 12_000,
  /** Bytes of UTF-8 after escaping, the most that chat.update takes. https://docs.slack.dev/reference/methods/chat.update#errors */
  text: 4000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/section-block */
  section: 3000,
  /** As JSON. Slack names no limit for rich text: a section's keeps it on the safe side. */
  richText: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block */
  contextElements: 10,
  contextText: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actionElements: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: 75,
  buttonValue: 2000,
  url: 3000,
  /** https://docs.slack.dev/reference/block-kit/block-elements */
  id: 255,
  /** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
  checkboxes: 10,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 75,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  input: 3000,
  /** https://docs.slack.dev/reference/views/modal-views */
  viewTitle: 24,
  /** https://docs.slack.dev/reference/app-manifest */
  shortcutName: 24,
  shortcutDescription: 150,
  usageHint: 1000,
  /**
   * “Several hundred” in a workspace, with “generous burst behavior”: the least that this can mean.
   * https://docs.slack.dev/reference/methods/chat.postMessage#rate_limiting
   */
  messagesPerMinute: 300,
} as const;

/**
 * Everything in a message that Slack would refuse, counted over the whole of it.
 *
 * @returns one line each; none for a message that can be sent
 */
export function checkLimits({ text, blocks }: Payload): string[] {
  const faults: string[] = [];
  const atMost = (what: string, size: number, limit: number) => {
    if (size > limit) faults.push(`${what}: ${size}, at most ${limit}`);
  };
  const named = (what: string, size: number, limit: number) => {
    if (size === 0) faults.push(`${what} is empty`);
    atMost(what, size, limit);
  };

  named('bytes of text', Buffer.byteLength(text), limits.text);
  named('blocks', blocks.length, limits.blocks);
  atMost('characters of all blocks', JSON.stringify(blocks).length, limits.message);
  faults.push(...repeated(blocks.map(({ block_id }) => block_id)).map((id) => `block id ${id} twice`));
  for (const block of blocks) {
    switch (block.type) {
      case 'header':
        named('header', block.text.text.length, limits.header);
        break;
      case 'section':
        named('section', block.text.text.length, limits.section);
        break;
      case 'context':
        named('context elements', block.elements.length, limits.contextElements);
        for (const { text } of block.elements) named('context text', text.length, limits.contextText);
        break;
      case 'rich_text':
        named('rich text', block.elements.length, Number.POSITIVE_INFINITY);
        break;
      case 'actions':
        named('action elements', block.elements.length, limits.actionElements);
        faults.push(
          ...repeated(block.elements.map(({ action_id }) => action_id)).map((id) => `action id ${id} twice`),
        );
        for (const element of block.elements) {
          named('action id', element.action_id.length, limits.id);
          if (element.type === 'button') {
            named('button', element.text.text.length, limits.button);
            atMost('button value', element.value?.length ?? 0, limits.buttonValue);
            atMost('button address', element.url?.length ?? 0, limits.url);
          } else {
            named('checkboxes', element.options.length, limits.checkboxes);
            for (const { text, value } of element.options) {
              named('option', text.text.length, limits.optionText);
              named('option value', value.length, limits.optionValue);
            }
          }
        }
        break;
      default:
        block satisfies never;
    }
  }
  return faults;
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
