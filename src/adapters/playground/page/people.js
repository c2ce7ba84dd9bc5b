// @ts-check

/** @typedef {import('../event.ts').Posted['member']} Member */
/** @typedef {import('../event.ts').Posted['place'] & { title: string }} Place */

/** Who one can be here. @type {readonly [Member, ...Member[]]} */
export const members = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
  { id: 'chloe', name: 'Chloe' },
];

/** The bot, as the author of what it says. @type {Member} */
export const bot = { id: 'studyhall', name: 'Studyhall' };

/**
 * Where a member can talk: the channel that all share, and the member's own conversation with the bot.
 *
 * @param {Member} member
 * @returns {[channel: Place, direct: Place]}
 */
export function placesOf(member) {
  return [
    { id: 'study', direct: false, title: '# study' },
    { id: `direct-${member.id}`, direct: true, title: 'Direct message' },
  ];
}
