import { join, md, text } from '../../src/chat/markup.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import type { Category, Deck, Topic } from '../../src/core/knowledge/types.ts';
import { facts, inOneSentence, paragraph } from './card.ts';
import { say } from './sentences.ts';

/** Four rows of buttons on Discord, which leaves the fifth for turning pages. */
const A_PAGE = 20;

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
  const shown = pageOf(categories, page);
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
        ...nextPage(categories, buttons, '', page),
      ],
    },
  ];
}

/** The topics of one category; undefined when the deck has no such category. */
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
  const shown = pageOf(topics, page);
  return [
    { kind: 'text', heading: true, text: text(title) },
    paragraph(text(say.browseTopics)),
    ...facts(shown.map(inOneSentence)),
    {
      kind: 'buttons',
      buttons: [...shown.map(buttons.show), ...nextPage(topics, buttons, category, page)],
    },
  ];
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

function pageOf<T>(items: readonly T[], page: number): T[] {
  return items.slice(page * A_PAGE, (page + 1) * A_PAGE);
}

function nextPage(
  items: readonly unknown[],
  buttons: BrowseButtons,
  category: string,
  page: number,
): Button[] {
  return items.length > (page + 1) * A_PAGE ? [buttons.open(say.nextPage, category, page + 1)] : [];
}
