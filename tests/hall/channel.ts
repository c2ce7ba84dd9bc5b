import type { Message } from '../../src/chat/message.ts';
import type { Permissions } from '../../src/chat/permissions.ts';
import { type Pace, type Port, type Posted, SendError, type SendFailure } from '../../src/chat/port.ts';
import { read } from '../commands/stage.ts';

export interface Standing {
  id: string;
  place: string;
  key: string;
  at: number;
  message: Message;
  text: string;
  replyTo?: string;
  edits: number;
}

/** What happens to a call: it fails before or after the platform has done it. */
export interface Fault {
  failure: SendFailure;
  done: boolean;
}

const unhurried: Pace = { burst: Number.POSITIVE_INFINITY, steady: Number.POSITIVE_INFINITY };

/** A platform of the tests' own: it keeps what is posted, and fails as it is told. */
export function testPlatform(now: () => number, idempotentFor = 0, pace: Pace = unhurried) {
  const messages: Standing[] = [];
  const directs: { member: string; message: Message; text: string }[] = [];
  const faults: ((what: string) => Fault | undefined)[] = [];
  const calls: string[] = [];
  let count = 0;
  let history = true;

  const call = <T>(what: string, act: () => T): T => {
    calls.push(what);
    for (const [index, fault] of faults.entries()) {
      const found = fault(what);
      if (!found) continue;
      faults.splice(index, 1);
      if (found.done) act();
      throw new SendError(found.failure, 'as the test wants it');
    }
    return act();
  };

  const posted = ({ id, at }: Standing): Posted => ({ id, at });
  const port: Port = {
    idempotentFor,
    pace,
    async post({ place, message, key, replyTo }) {
      return call(`post ${place}`, () => {
        const before = messages.find((one) => one.key === key && now() - one.at < idempotentFor);
        if (before) return posted(before);
        count += 1;
        const standing = { id: `m${count}`, place, key, at: now(), message, text: textOf(message), edits: 0 };
        messages.push({ ...standing, ...(replyTo !== undefined && { replyTo }) });
        return posted(standing);
      });
    },
    async edit(place, id, message) {
      call(`edit ${place}`, () => {
        const found = messages.find((one) => one.id === id);
        if (!found) throw new SendError({ kind: 'refused' }, 'no such message');
        Object.assign(found, { message, text: textOf(message), edits: found.edits + 1 });
      });
    },
    async direct(member, message) {
      return call(`direct ${member}`, () => {
        directs.push({ member, message, text: textOf(message) });
        return { id: `d${directs.length}`, at: now() };
      });
    },
    async find({ key }) {
      return call('find', () => {
        const found = messages.find((one) => one.key === key);
        return history ? (found ? posted(found) : 'absent') : 'unknowable';
      });
    },
    permissions: async (event) => event.permissions ?? nobody,
    timeZone: async () => undefined,
    isIn: async () => true,
    linkTo: (event, id) => `https://chat.example/${event.place.id}/${id}`,
  };

  return {
    port,
    messages,
    directs,
    calls,
    /** The next call for which this gives a fault has it. */
    fails(fault: (what: string) => Fault | undefined) {
      faults.push(fault);
    },
    /** Its messages can no longer be looked for. */
    hideHistory() {
      history = false;
    },
  };
}

export type TestPlatform = ReturnType<typeof testPlatform>;

const nobody: Permissions = { moderates: false, manages: false };

export function textOf(message: Message): string {
  return message.map(read).filter(Boolean).join('\n');
}
