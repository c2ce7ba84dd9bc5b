// @ts-check
import { catalogue } from './catalogue.js';
import { suggest } from './server.js';

/**
 * Something that may complete what is typed.
 *
 * @typedef {{ label: string, usage?: string, hint?: string, fills: string }} Offer
 */

/** What may follow what is typed: commands after a slash, then topics. @param {string} typed @returns {Promise<Offer[]>} */
export async function offersFor(typed) {
  const { commands } = catalogue();
  const starts = /^\/([\w-]*)$/.exec(typed)?.[1]?.toLowerCase();
  if (starts !== undefined)
    return commands
      .filter(({ name }) => name.startsWith(starts))
      .map(({ name, usage, summary }) => ({
        label: `/${name}`,
        usage,
        hint: summary,
        fills: usage ? `/${name} ` : `/${name}`,
      }));
  const [, name, rest = ''] = /^\/([\w-]+)\s+(.*)$/s.exec(typed) ?? [];
  const command = commands.find((one) => one.name === name);
  if (!command?.suggests || /(?:^|\s)(?:--|[—–])/.test(rest)) return [];
  const topics = await suggest(command.name, command.suggests, rest);
  return topics.map(({ label, value }) => ({ label, fills: `/${name} ${value}` }));
}
