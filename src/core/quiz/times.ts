/** Milliseconds that a round waits for something. */

/** From the opening to the first question. */
export const OPENING = 30_000;
/** From the close of a question to its grading: for clicks that are under way. */
export const GRACE = 2_000;
/** From the last answer to an early close: for a change of mind. */
export const SETTLING = 3_000;
/** A question is open at least as long, even if everyone has answered. */
export const SHORTEST = 10_000;
/** How long a reveal stays. */
export const REVEAL = 15_000;
/** In every phase where nothing shorter applies, so that no round stays in progress for ever. */
export const GIVING_UP = 24 * 60 * 60_000;
/** A host who was not seen as long blocks nobody. */
export const HOST_AWAY = 60_000;
/** A question that ends as late as that was open while the program was not there. */
export const OVERSLEPT = 10_000;
/** A shorter absence of the program is not worth a word. */
export const NOTICEABLE = 5_000;
