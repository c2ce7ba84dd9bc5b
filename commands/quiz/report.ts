import { actionId, wholeNumber } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import { playerOf, serverKey } from '../../src/runtime/keys.ts';
import { paragraph } from '../lookup/card.ts';
import { say } from './sentences.ts';

/** Longer than any id of a round or a solo. */
const LONGEST_ID = 50;
/** What one member may report in a day: more than anybody reads through, and too little to fill a disk with. */
const MOST = 20;
const DAY = 24 * 60 * 60_000;

/** Asks what is wrong with a question. Whether there is such a one is looked up when the form comes back. */
export function askReport([of = '', id = '', index = '']: readonly string[]): Reply {
  if (`${of}${id}${index}`.length > LONGEST_ID) throw new UserError(say.questionGone);
  return {
    kind: 'form',
    verdict: 'form',
    form: {
      to: { action: actionId('quiz', 'reported', of, id, index) },
      title: say.reportTitle,
      options: { problem: { type: 'text', summary: say.reportText, required: true, longest: 300 } },
      given: {},
    },
  };
}

/** Keeps what a member found wrong with a question of a round or a solo. */
export function report(
  house: House,
  [of = '', id = '', index]: readonly string[],
  said: string,
  event: Event,
): Reply {
  if (said.trim() === '') throw new UserError(say.emptyReport);
  const server = serverKey(event);
  const player = playerOf(event).id;
  return privately(
    (async () => {
      const question = await questionAt(house, of, id, wholeNumber(index));
      if (!question) throw new UserError(say.questionGone);
      if ((await house.store.reports.since(player, event.at - DAY)) >= MOST)
        throw new UserError(say.enoughReports);
      await house.store.reports.add({
        ...question,
        ...(server !== undefined && { server }),
        player,
        text: said.trim().slice(0, 300),
        at: event.at,
      });
      return [paragraph(say.reported)];
    })(),
    'reported',
  );
}

async function questionAt(house: House, of: string, id: string, index: number) {
  if (of === 'solo') return (await house.solos.get(id))?.questions[index];
  const asked = (await house.store.rounds.get(id))?.setup.questions[index];
  return asked && { deck: asked.deck, question: asked.id };
}
