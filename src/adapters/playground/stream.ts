import type { Board } from './board.ts';

export interface Streams {
  /** A stream of server-sent events: `standing` with all posts, then `post` and `edit` with one each, and a `beat` now and then. */
  open(): ReadableStream<Uint8Array>;
  /** Ends all that are open; those that are opened later end at once. */
  close(): void;
}

/** Milliseconds between beats, by which either side notices that the other is gone. */
export const BEAT = 15_000;

/** A page comes back so many milliseconds after its stream ended. */
const RETRY = 1000;

/** Events that a page may be behind before its stream ends; it comes back and gets all that stands. */
const FARTHEST_BEHIND = 100;

const encoder = new TextEncoder();

/** Tells pages what is posted on the board. */
export function openStreams(board: Board): Streams {
  const ends = new Set<() => void>();
  let closed = false;

  const open = () => {
    const over = new AbortController();
    return new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const end = () => {
            if (over.signal.aborted) return;
            over.abort();
            controller.close();
          };
          const send = (event: string, data: unknown) => {
            if ((controller.desiredSize ?? 0) > 0)
              controller.enqueue(encoder.encode(printEvent(event, data)));
            else end();
          };
          const unwatch = board.watch(({ kind, post }) => send(kind, post));
          const beat = setInterval(() => send('beat', null), BEAT);
          ends.add(end);
          over.signal.addEventListener('abort', () => {
            unwatch();
            clearInterval(beat);
            ends.delete(end);
          });
          send('standing', board.posts());
          if (closed) end();
        },
        cancel: () => over.abort(),
      },
      { highWaterMark: FARTHEST_BEHIND },
    );
  };

  return {
    open,
    close() {
      closed = true;
      for (const end of ends) end();
    },
  };
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation; JSON holds no line break. */
function printEvent(event: string, data: unknown): string {
  return `retry: ${RETRY}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
