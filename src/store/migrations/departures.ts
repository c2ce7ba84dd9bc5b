/** Whether the platform itself told that a server has removed the bot; and the way to what a member has reported. */
export const departures = [
  'alter table departed add column told integer not null default 0',
  'create index reports_player on reports (player, at)',
];
