import type { Message } from '../chat/message.ts';
import { laterBy } from '../chat/moments.ts';
import { type Port, type Posted, type Posting, SendError } from '../chat/port.ts';
import type { Lane, OutboxRow } from '../store/types.ts';

/** What became of a row, for whom it concerns: told in the transaction that takes the row out. */
export type Outcome =
  | { kind: 'posted'; posted: Posted }
  | { kind: 'edited' }
  | { kind: 'refused' }
  /** A tip of which nobody can tell whether it was posted: it counts as posted. */
  | { kind: 'assumed' }
  /** A tip waited for so long that its time is over. */
  | { kind: 'expired' };

/** What could not be sent for so long is given up, in milliseconds: a tip is posted up to six hours late, whatever kept it. */
const PATIENCE: Readonly<Record<Lane, number>> = { play: 15 * 60_000, tip: 6 * 60 * 60_000 };

/**
 * Tries to send a row, and first finds out what an earlier try has come to where nobody knows.
 *
 * @throws SendError
 */
export async function tryOnce(port: Port, row: OutboxRow, now: number): Promise<Outcome> {
  const { dispatch, lane = 'play' } = row;
  if (now - row.at > PATIENCE[lane]) {
    if (lane === 'play') throw new SendError({ kind: 'refused' }, 'It could not be sent for 15 minutes.');
    return { kind: row.doubtful ? 'assumed' : 'expired' };
  }
  const message = messageAt(row, now);
  switch (dispatch.kind) {
    case 'edit':
      await port.edit(dispatch.place, dispatch.id, message);
      return { kind: 'edited' };
    case 'direct':
      return { kind: 'posted', posted: await port.direct(dispatch.place, message, keyOf(row)) };
    case 'post': {
      const { place, replyTo } = dispatch;
      const posting = { place, message, key: keyOf(row), ...(replyTo !== undefined && { replyTo }) };
      const before = row.doubtful ? await found(port, posting, row.triedAt ?? now, now) : 'absent';
      if (before === 'unknowable' && lane === 'tip') return { kind: 'assumed' };
      return { kind: 'posted', posted: typeof before === 'object' ? before : await port.post(posting) };
    }
  }
}

/** A round's moments are meant from when its message is sent, tips' are fixed. */
function messageAt({ dispatch, lane, at, doubtful, triedAt }: OutboxRow, now: number): Message {
  if (lane === 'tip') return dispatch.message;
  return laterBy((doubtful ? (triedAt ?? now) : now) - at, dispatch.message);
}

/** Unlike the keys of any other store that this bot has had: a new one counts its rows from the beginning. */
function keyOf({ at, id }: OutboxRow): string {
  return `${at.toString(36)}-${id}`;
}

/** What an earlier try has come to; `absent` where posting again is right. */
async function found(
  port: Port,
  posting: Posting,
  since: number,
  now: number,
): Promise<Posted | 'absent' | 'unknowable'> {
  return now - since < port.idempotentFor ? 'absent' : port.find(posting, since);
}
