import type { types } from '@slack/bolt';
import { text } from '../../chat/markup.ts';
import type { Message } from '../../chat/message.ts';
import { plainly } from './blocks.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';

const say = {
  close: 'Close',
  name: 'Studyhall',
  more: 'There is more than a page here can show. Ask me in a direct message to see all of it.',
};

/** A message as a window of its own: what answers clicks where there is no channel. */
export function messageView(message: Message): types.ModalView {
  return {
    type: 'modal',
    title: plainly(say.name),
    close: plainly(say.close),
    blocks: viewBlocks(message),
  };
}

/** A message as the bot's own page. */
export function homeView(message: Message): types.HomeView {
  return { type: 'home', blocks: viewBlocks(message) };
}

function viewBlocks(message: Message): types.KnownBlock[] {
  const blocks = render(message).flatMap((payload) => payload.blocks);
  if (blocks.length <= limits.blocksInView) return blocks;
  const [more] = render([{ kind: 'text', text: text(say.more) }]).flatMap((payload) => payload.blocks);
  return [...blocks.slice(0, limits.blocksInView - 1), ...(more ? [{ ...more, block_id: 'more' }] : [])];
}
