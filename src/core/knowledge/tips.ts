import { allowedId } from './fields.ts';
import { shortHash } from './ids.ts';
import type { Inline } from './inline.ts';
import { fitLength } from './lengths.ts';
import { MAX_ITEM_ID } from './limits.ts';
import type { Page } from './markdown.ts';
import { foldText } from './names.ts';
import type { Tip } from './types.ts';

/** ` · id shield-tip-crowd` at the end of a tip. */
const written = /\s+·\s+id\s+(\S+)$/;

/** A tip from its bullet. Its id is the written one, or the topic's with a hash of the tip's text. */
export function readTip(page: Page, topicId: string, bullet: Inline): Tip {
  const id = written.exec(bullet.markdown)?.[1];
  const markdown = bullet.markdown.replace(written, '');
  const plain = bullet.plain.replace(written, '');
  return {
    id: id
      ? allowedId(id, MAX_ITEM_ID, 'tip id', page.report, bullet.line)
      : `${topicId}-${shortHash(foldText(plain))}`,
    text: fitLength(page.report, { ...bullet, markdown, plain }, 'tip'),
  };
}
