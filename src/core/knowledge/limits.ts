/** How many characters of Markdown a part of a deck should have, and the most that it may have: more is cut. */
export interface Length {
  advised: number;
  most: number;
  /** More is an error, since a question that is cut cannot be graded. */
  isGraded?: boolean;
}

/**
 * The lengths of all parts, so that every message fits every platform: a Discord message with Components V2 holds about
 * 4,000 characters of text, a Slack section 3,000 and a Slack message 12,000. The longest messages are a question
 * (stem and six choices: 3,000), its reveal (six choices, explanation, ten names, five standings: about 3,200) and a
 * topic's card (summary, five facts, three confusions: about 3,700 at most).
 */
export const LENGTHS = {
  name: { advised: 60, most: 80 },
  alias: { advised: 60, most: 80 },
  category: { advised: 60, most: 80 },
  summary: { advised: 500, most: 700 },
  fact: { advised: 300, most: 400 },
  confusion: { advised: 250, most: 300 },
  phrase: { advised: 120, most: 200 },
  tip: { advised: 400, most: 1000 },
  stem: { advised: 300, most: 1500, isGraded: true },
  choice: { advised: 150, most: 250, isGraded: true },
  explanation: { advised: 600, most: 1000 },
} satisfies Record<string, Length>;

/** A part of a deck that has a length. */
export type Part = keyof typeof LENGTHS;

/** Fewest and most choices of a question: six controls fit every platform, and nobody weighs more. */
export const CHOICES = { fewest: 2, most: 6 } as const;

/** Longest id of a question or tip, for the action ids that carry it. */
export const MAX_ITEM_ID = 40;
