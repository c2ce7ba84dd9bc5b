import { plain } from './markup.ts';
import type { ChoicePart } from './message.ts';

export interface LetteredOption {
  letter: string;
  value: string;
  /** What stands on the control: `A  AWS WAF`, or the letter alone where the wording stands in the body. */
  label: string;
}

/** A, B, C ... for a choice's place, counted from 0. */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/**
 * Gives a choice its letters. If all wordings fit on the controls they are the labels; if one does not, all stand in the body and the
 * controls carry the letters, so that no wording is ever cut.
 *
 * @param longest characters that a control of the platform can show
 */
export function letterOptions(
  part: ChoicePart,
  longest: number,
): { inBody: boolean; options: LetteredOption[] } {
  const lettered = part.options.map((option, index) => {
    const own = letter(index);
    return { letter: own, value: option.value, label: `${own}  ${plain(option.text)}` };
  });
  const inBody = lettered.some(({ label }) => label.length > longest);
  return {
    inBody,
    options: inBody ? lettered.map((option) => ({ ...option, label: option.letter })) : lettered,
  };
}
