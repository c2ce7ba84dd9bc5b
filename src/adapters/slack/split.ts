/**
 * Cuts text into pieces of at most `longest` characters, after a space or a line's end where there is one near, and never inside a
 * surrogate pair. Together the pieces are the text.
 */
export function split(value: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = value;
  while (rest.length > longest) {
    const at = cutAt(rest, longest);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** A text's beginning in at most `longest` characters, with a sign where it was cut. */
export function shorten(value: string, longest: number): string {
  return value.length <= longest ? value : `${value.slice(0, whole(value, longest - 1))}…`;
}

/** A text's beginning in at most `most` bytes of UTF-8, with room for a sign where it was cut. */
export function withinBytes(value: string, most: number): string {
  if (Buffer.byteLength(value) <= most) return value;
  let room = most - Buffer.byteLength('…');
  let end = 0;
  for (const character of value) {
    room -= Buffer.byteLength(character);
    if (room < 0) break;
    end += character.length;
  }
  return value.slice(0, end);
}

function cutAt(value: string, longest: number): number {
  const space = Math.max(value.lastIndexOf(' ', longest - 1), value.lastIndexOf('\n', longest - 1)) + 1;
  return space > longest / 2 ? space : whole(value, longest);
}

/** Where to cut at the latest without parting a surrogate pair. */
function whole(value: string, at: number): number {
  return (value.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}
