import { actionId, wholeNumber } from '../../src/chat/action.ts';
import { UserError } from '../../src/chat/errors.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import { placeKey, playerOf } from '../../src/runtime/keys.ts';
import { paragraph, row } from '../lookup/card.ts';
import { choicesNamed } from '../quiz/views.ts';
import { say } from './sentences.ts';
import { shown } from './views.ts';

/** Takes an answer to a question of the day down. What is said back does not tell whether it is right. */
export function answerDaily(house: House, id: string, values: readonly string[], event: Event): Reply {
  const picks = values.map(wholeNumber);
  const message = async (): Promise<Message> => {
    const taken = await house.dailies.answer(id, placeKey(event), playerOf(event), picks, event.at);
    const daily = await house.dailies.get(id);
    if (!daily || taken === 'gone' || taken === 'closed') throw new UserError(say.closed);
    if (taken === 'locked') throw new UserError(say.locked);
    if (taken === 'wrong picks') throw new UserError(say.wrongPicks);
    return [
      paragraph(say.recorded(choicesNamed(daily.question, picks))),
      ...row([{ label: say.buttons.show, action: actionId('tips', 'show', id) }]),
    ];
  };
  return privately(message(), 'answer');
}

/** Shows the right answer to the asker, whose own stays as it is from then on. */
export function showDaily(house: House, id: string, event: Event): Reply {
  const message = async (): Promise<Message> => {
    const place = event.place.direct ? undefined : placeKey(event);
    const found = await house.dailies.show(id, place, playerOf(event));
    if (!found) throw new UserError(say.closed);
    return shown(found.daily);
  };
  return privately(message(), 'show');
}
