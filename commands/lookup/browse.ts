import { join, md, parse, text } from '../../src/chat/markup.ts';
import type { Button, Message, Part } from '../../src/chat/message.ts';
import { foldName } from '../../src/core/knowledge/names.ts';
import type { Category, Deck, Topic } from '../../src/core/knowledge/types.ts';
import { facts, inOneSentence, paragraph } from './card.ts';
import { sentenceApart } from './comparison.ts';
import { say } from './sentences.ts';

/** Four rows of buttons on Discord, which leaves the fifth for turning pages. */
const A_PAGE = 20;
/** Topics of a category: with all that tells them apart they fill a message. */
const A_CATEGORY_PAGE = 7;

/** The category of topics that name none. */
const REST = 'other';

export interface BrowseButtons {
  show(topic: Topic): Button;
  /** Opens a category; page counts from 0. The empty category is the deck itself. */
  open(label: string, category: string, page: number): Button;
}

/** A deck by category; a deck of fewer than two categories by topic. */
export function browseDeck(deck: Deck, buttons: BrowseButtons, page = 0): Message {
  const categories = filledCategories(deck);
  if (categories.length < 2) return topicList(deck.name, deck.topics, buttons, '', page);
  const shown = pageOf(categories, page, A_PAGE);
  return [
    { kind: 'text', heading: true, text: text(deck.name) },
    paragraph(text(say.browse)),
    ...facts(
      shown.map(
        ({ title, topics }) =>
          md`**${title}**: ${join(
            topics.map(({ name }) => text(name)),
            ', ',
          )}`,
      ),
    ),
    {
      kind: 'buttons',
      buttons: [
        ...shown.map(({ id, title }) => buttons.open(title, id, 0)),
        ...nextPage(buttons, categories, { category: '', page, size: A_PAGE }),
      ],
    },
  ];
}

/**
 * One category: each of its topics in a sentence, and which of them to take when, as far as topics are told apart. Undefined when the deck
 * has no such category.
 */
export function browseCategory(
  deck: Deck,
  id: string,
  buttons: BrowseButtons,
  page: number,
): Message | undefined {
  const category = filledCategories(deck).find((one) => one.id === id);
  return (
    category && [
      ...topicList(category.title, category.topics, buttons, id, page),
      { kind: 'buttons', buttons: [buttons.open(say.back, '', 0)] },
    ]
  );
}

function topicList(
  title: string,
  topics: readonly Topic[],
  buttons: BrowseButtons,
  category: string,
  page: number,
): Message {
  const size = category === '' ? A_PAGE : A_CATEGORY_PAGE;
  const shown = pageOf(topics, page, size);
  return [
    { kind: 'text', heading: true, text: text(title) },
    paragraph(text(say.browseTopics)),
    ...facts(shown.map(inOneSentence)),
    ...(category === '' ? [] : toldApart(topics, shown)),
    {
      kind: 'buttons',
      buttons: [...shown.map(buttons.show), ...nextPage(buttons, topics, { category, page, size })],
    },
  ];
}

/** The sentences that tell topics of one category apart, one a pair, for those pairs whose first topic is shown. */
function toldApart(topics: readonly Topic[], shown: readonly Topic[]): Part[] {
  const pairs = topics.flatMap((one, at) => topics.slice(at + 1).map((other) => ({ one, other })));
  return facts(
    pairs.flatMap(({ one, other }) => {
      const sentence = shown.includes(one) ? sentenceApart(one, other) : undefined;
      if (sentence === undefined) return [];
      const namesBoth = isNamedIn(sentence, one) && isNamedIn(sentence, other);
      return [namesBoth ? parse(sentence) : say.pair(one.name, other.name, parse(sentence))];
    }),
    say.whichWhen,
  );
}

/** Whether a sentence has a topic's name, or what stands before or inside the brackets of the name. */
function isNamedIn(sentence: string, { name }: Topic): boolean {
  const forms = name.split(/[()]/).filter((form) => form.trim() !== '');
  return forms.some((form) => foldName(sentence).includes(foldName(form)));
}

function filledCategories(deck: Deck): (Category & { topics: Topic[] })[] {
  const rest = deck.topics.filter((topic) => !deck.categories.some(({ id }) => id === topic.category));
  return [
    ...deck.categories.map((category) => ({
      ...category,
      topics: deck.topics.filter((topic) => topic.category === category.id),
    })),
    { id: REST, title: say.otherTopics, topics: rest },
  ].filter(({ topics }) => topics.length > 0);
}

function pageOf<T>(items: readonly T[], page: number, size: number): T[] {
  return items.slice(page * size, (page + 1) * size);
}

/** The button that turns to the next page, where there is one; the empty category is the deck itself. */
function nextPage(
  buttons: BrowseButtons,
  items: readonly unknown[],
  at: { category: string; page: number; size: number },
): Button[] {
  const next = at.page + 1;
  return items.length > next * at.size ? [buttons.open(say.nextPage, at.category, next)] : [];
}
