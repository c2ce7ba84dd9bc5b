import type { Part } from '../../chat/chat.ts';
import type { DiscordSettings } from './client.ts';

type Shards = DiscordSettings['shards'];

const each = 'Give each process its own part: DISCORD_SHARDS=0,1/4 in one, DISCORD_SHARDS=2,3/4 in the next.';

/** The shards of a process, as DISCORD_SHARDS has them. No two processes may have one of them, nor another number of shards in all. */
export function partOf(shards: Shards): Part {
  return {
    name: nameOf(shards),
    conflict(others) {
      const known = others.map((name) => ({ name, shards: shardsIn(name) }));
      const found = known.find((other) => collide(shards, other.shards));
      if (!found) return undefined;
      const free = freeBeside(known.map((other) => other.shards));
      const advice = free ? `Give this one shards that no other has: DISCORD_SHARDS=${nameOf(free)}.` : each;
      return `Another process on this database already runs Discord with DISCORD_SHARDS=${found.name}. ${advice}`;
    },
  };
}

function nameOf(shards: Shards): string {
  return shards === 'auto' ? shards : `${shards.ids.join(',')}/${shards.count}`;
}

function shardsIn(name: string): Shards {
  const [ids = '', count] = name.split('/');
  return count === undefined ? 'auto' : { ids: ids.split(',').map(Number), count: Number(count) };
}

function collide(own: Shards, other: Shards): boolean {
  if (own === 'auto' || other === 'auto' || own.count !== other.count) return true;
  return own.ids.some((id) => other.ids.includes(id));
}

/** The shards that no process has; undefined where that cannot be said, and where none is left. */
function freeBeside(others: readonly Shards[]): Exclude<Shards, 'auto'> | undefined {
  const parts = others.filter((other) => other !== 'auto');
  const count = parts[0]?.count ?? 0;
  if (parts.length < others.length || parts.some((part) => part.count !== count)) return undefined;
  const taken = parts.flatMap(({ ids }) => ids);
  const ids = Array.from({ length: count }, (_, id) => id).filter((id) => !taken.includes(id));
  return ids.length > 0 ? { ids, count } : undefined;
}
