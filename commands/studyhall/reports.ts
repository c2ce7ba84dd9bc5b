import type { Event } from '../../src/chat/event.ts';
import { parse, text } from '../../src/chat/markup.ts';
import type { Message } from '../../src/chat/message.ts';
import { privately, type Reply } from '../../src/chat/reply.ts';
import type { House } from '../../src/runtime/house.ts';
import type { Shelf } from '../../src/runtime/library.ts';
import { facts, paragraph } from '../lookup/card.ts';
import { candidateAt } from '../quiz/subject.ts';
import { onlyManagers, serverOf } from './manager.ts';
import { say } from './sentences.ts';

const SHOWN = 10;

/** The questions that members of the server have reported, the latest first, with file and line. */
export function reports(shelves: readonly Shelf[], house: House, event: Event): Reply {
  const server = serverOf(event);
  const message = async (): Promise<Message> => {
    await onlyManagers(house, event);
    const latest = await house.store.reports.list(server, SHOWN);
    if (latest.length === 0) return [paragraph(say.noReports)];
    return facts(
      latest.map(({ deck, question, text: said }) => {
        const found = candidateAt(shelves, deck, question)?.question;
        const where = found ? `${deck}/${found.source.file}:${found.source.line}` : say.reportGone;
        return say.report(said, found ? parse(found.stem) : text(question), where);
      }),
      say.reportsTitle,
    );
  };
  return privately(message(), 'reports');
}
