import type { ListItem, RootContent } from 'mdast';
import { leaveOut } from './bullets.ts';
import { inline } from './inline.ts';
import { fitLength } from './lengths.ts';
import { lineOf, type Page } from './markdown.ts';
import { topicIdOf } from './paths.ts';
import type { Confusion } from './types.ts';

/** A confusion and the line that it stands in. */
export interface ReadConfusion extends Confusion {
  line: number;
}

/** Reads "Not to be confused with": bullets of a link to a topic's file and a sentence that tells the two apart. */
export function readConfusions(page: Page, nodes: readonly RootContent[]): ReadConfusion[] {
  return nodes.flatMap((node) => {
    if (node.type === 'list') return node.children.flatMap((item) => readConfusion(page, item));
    leaveOut(page, node);
    return [];
  });
}

function readConfusion(page: Page, item: ListItem): ReadConfusion[] {
  const line = lineOf(item);
  const [first, ...others] = item.children;
  for (const node of others) leaveOut(page, node);
  const [link, ...rest] = first?.type === 'paragraph' ? first.children : [];
  if (link?.type !== 'link') {
    page.report.warn(
      line,
      'this bullet does not begin with a link',
      'write "- [AWS WAF](waf.md): what is different"',
    );
    return [];
  }
  const whole = inline(page, rest, line);
  const markdown = whole.markdown.replace(/^(?:[:–—-]\s*)+/, '');
  if (markdown === '') {
    page.report.warn(line, 'the sentence that tells the two apart is missing', 'write it behind the link');
    return [];
  }
  return [
    {
      topic: topicIdOf(link.url),
      text: fitLength(page.report, { ...whole, markdown, line }, 'confusion'),
      line,
    },
  ];
}
