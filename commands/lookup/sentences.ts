import { join, link, type Markup, md, text } from '../../src/chat/markup.ts';
import type { Deck, Elsewhere } from '../../src/core/knowledge/types.ts';

/** Everything that a lookup says to members, in one place. */
export const say = {
  summary: (deck: Deck) => `Look something up in ${deck.name}`.slice(0, 100),
  question: 'A name, a few words or a whole question; empty to browse',

  notToBeConfused: md`**Not to be confused with**`,
  tips: md`**Tips**`,
  docs: 'Documentation',
  reviewed: (date: string) => md`Facts checked on ${longDate(date)}`,
  from: (files: string) => md`From ${files}`,
  askedBy: (name: string) => md`Asked by ${name}`,
  sharedBy: (name: string) => md`Shared by ${name}`,
  alsoCalled: (names: string) => md`Also found by: ${names}`,
  more: 'More',
  share: 'Share with everyone',
  quiz: 'Quiz me on this',
  hidden: (deck: Deck) =>
    `${deck.name} is hidden in this server. Whoever manages it can show it with /studyhall settings.`,

  versus: (one: string, other: string) => md`${one} and ${other}`,
  apart: (sentence: Markup) => [...md`**What tells them apart:**`, ...text(' '), ...sentence],
  whichWhen: md`**What tells them apart**`,
  pair: (one: string, other: string, sentence: Markup) => md`**${one} and ${other}:** ${sentence}`,
  docsOf: (name: string) => `${name}: documentation`,

  whichOne: (query: string) => md`Which of these do you mean by “${query}”?`,
  elsewhere: ({ name, is, docs }: Elsewhere): Markup =>
    join([md`**${name}:** ${is}`, ...(docs ? [link('Documentation', docs)] : [])], ' '),
  notCovered: (deck: Deck) => md`${deck.name} does not cover that.`,
  nothing: (query: string, deck: Deck) => md`I found nothing about “${query}” in ${deck.name}.`,
  nearest: md`Nearest to it:`,
  tryOthers: md`Try another word for it.`,
  browseAll: 'Browse all topics',

  browse: 'Pick a category, or ask: a name, a few words or a whole question.',
  browseTopics: 'Pick a topic, or ask: a name, a few words or a whole question.',
  otherTopics: 'Other topics',
  nextPage: 'Next page',
  back: 'All topics',
  topicGone: 'That topic is not in the deck any more. Type its name to look it up again.',
};

function longDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
