import { actionId } from '../../src/chat/action.ts';
import type { Event } from '../../src/chat/event.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import { playerOf } from '../../src/runtime/keys.ts';
import { paragraph, row } from '../lookup/card.ts';
import { say } from './sentences.ts';

/** Everything that is kept of the asker. */
export function exportData(house: House, event: Event): Reply {
  const message = async (): Promise<Message> => {
    const rows = await house.store.members.everything(playerOf(event).id);
    return [
      paragraph(say.exported),
      { kind: 'file', name: say.file, content: `${JSON.stringify(rows, undefined, 2)}\n` },
    ];
  };
  return privately(message(), 'export');
}

/** Asks once more before anything is deleted. */
export function deleteData(): Reply {
  return privately(
    [
      paragraph(say.confirmDelete),
      ...row([
        { label: say.buttons.delete, action: actionId('studyhall', 'forget') },
        { label: say.buttons.keep, action: actionId('studyhall', 'keep'), primary: true },
      ]),
    ],
    'delete',
  );
}

/** Deletes everything that is kept of the asker. */
export function forget(house: House, event: Event): Reply {
  const message = async (): Promise<Message> => {
    await house.rounds.forget(playerOf(event).id, say.formerMember);
    return [paragraph(say.deleted)];
  };
  return { ...privately(message(), 'forget'), replace: true };
}

export function keepData(): Reply {
  return { ...privately([paragraph(say.kept)], 'keep'), replace: true };
}
