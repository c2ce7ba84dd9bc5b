import type { Event } from '../chat/event.ts';
import type { Permissions } from '../chat/permissions.ts';
import type { Store } from '../store/types.ts';
import type { Dailies } from './dailies.ts';
import type { Rounds } from './rounds.ts';
import type { Settings } from './settings.ts';
import type { Solos } from './solos.ts';
import type { Tips } from './tips.ts';

/** What commands have at hand beside the decks. */
export interface House {
  rounds: Pick<Rounds, 'start' | 'at' | 'act' | 'forget'>;
  solos: Solos;
  tips: Pick<Tips, 'subscribe' | 'at' | 'remove' | 'pause' | 'resume' | 'preview' | 'postNow'>;
  dailies: Dailies;
  settings: Pick<Settings, 'of' | 'change'>;
  store: {
    rounds: Pick<Store['rounds'], 'get' | 'lastDeck'>;
    records: Pick<Store['records'], 'leaderboard' | 'score' | 'progress' | 'mistakes'>;
    members: Pick<Store['members'], 'hide' | 'everything'>;
    reports: Store['reports'];
  };
  /** What the actor may do, and whether we can post there. @throws SendError */
  permissions(event: Event): Promise<Permissions>;
  /** The actor's time zone, where their profile on the platform tells it. @throws SendError */
  timeZone(event: Event): Promise<string | undefined>;
  /** An address that opens a message of ours, where the platform has such. */
  linkTo(event: Event, message: string): string | undefined;
}
