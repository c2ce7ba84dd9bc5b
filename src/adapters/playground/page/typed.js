// @ts-check

/** @typedef {import('../event.ts').Posted['input']} Input */

const mention = /^@studyhall(?![\w-])[\s,:]*/i;

/**
 * What typed text means: a command, something said to the bot, or undefined for members' talk among themselves.
 *
 * @param {string} typed
 * @param {boolean} direct whether the bot is the only one to hear it
 * @returns {Input | undefined}
 */
export function inputOf(typed, direct) {
  const line = /^\/([\w-]+)\s*(.*)$/s.exec(typed);
  if (line?.[1]) return { kind: 'line', command: line[1].toLowerCase(), text: line[2] ?? '' };
  if (direct || mention.test(typed)) return { kind: 'talk', text: typed.replace(mention, '') };
  return undefined;
}

/**
 * A form's values as the line that says the same.
 *
 * @param {string} command
 * @param {Readonly<Record<string, string | number | boolean>>} options
 */
export function lineOf(command, options) {
  const words = Object.entries(options).map(([name, value]) =>
    value === true ? `--${name}` : `${name}:${/\s/.test(String(value)) ? `"${value}"` : value}`,
  );
  return [`/${command}`, ...words].join(' ');
}
