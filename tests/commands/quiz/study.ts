import { choiceOf, type Hall, openHall } from '../../hall/hall.ts';
import { geography } from './geography.ts';

export async function hall() {
  const study = await openHall({ decks: [geography] });
  return { study, ana: study.member('Ana'), ben: study.member('Ben'), cleo: study.member('Cleo') };
}

/** The letter of the choice with this wording, as the question is asked. */
export function letterOf(on: { message: Parameters<typeof choiceOf>[0] }, wording: string): string {
  const at = choiceOf(on.message).options.findIndex(({ text }) => JSON.stringify(text).includes(wording));
  return String.fromCharCode(65 + at);
}

export function question(study: Hall, number: number) {
  return study.sees(new RegExp(`Question ${number} of`));
}
