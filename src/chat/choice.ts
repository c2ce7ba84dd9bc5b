import { plain } from './markup.ts';
import type { ChoicePart } from './message.ts';

export interface LetteredOption {
  letter: string;
  value: string;
  /** What stands on the control: `A  AWS WAF`, or the letter alone where the wording stands in the body. */
  label: string;
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
    const letter = String.fromCharCode(65 + index);
    return { letter, value: option.value, label: `${letter}  ${plain(option.text)}` };
  });
  const inBody = lettered.some(({ label }) => label.length > longest);
  return {
    inBody,
    options: inBody ? lettered.map((option) => ({ ...option, label: option.letter })) : lettered,
  };
}
