// @ts-check
import { catalogue } from './catalogue.js';
import { suggest } from './server.js';

/**
 * Something that may complete what is typed; of a command that has only been begun, Enter takes the first one.
 *
 * @typedef {{ label: string, usage?: string, hint?: string, begun?: boolean, fills: string }} Offer
 */

/** What may follow what is typed: commands after a slash, then topics. @param {string} typed @returns {Promise<Offer[]>} */
export async function offersFor(typed) {
  if (!typed.startsWith('/')) return [];
  const { commands } = catalogue();
  const line = typed.slice(1);
  const begun = commands.filter(({ path }) => path.startsWith(line.toLowerCase()));
  if (begun.length > 0) return begun.map(commandOffer);

  const named = commands.findLast(({ path }) => line.toLowerCase().startsWith(`${path} `));
  if (!named) return [];
  const rest = line.slice(named.path.length).trimStart();
  // Words after a group's bare name are for its first subcommand.
  const command = named.suggests ? named : commands.find(({ path }) => path.startsWith(`${named.path} `));
  if (!command?.suggests || /(?:^|\s)(?:--|[—–])/.test(rest)) return [];
  const before = typed.slice(0, typed.length - rest.length);
  const topics = await suggest(command.path, command.suggests, rest);
  return topics.map(({ label, value }) => ({ label, fills: `${before}${value}` }));
}

/** @param {import('../catalogue.ts').Catalogue['commands'][number]} command @returns {Offer} */
function commandOffer({ path, usage, summary }) {
  return { label: `/${path}`, usage, hint: summary, begun: true, fills: usage ? `/${path} ` : `/${path}` };
}
