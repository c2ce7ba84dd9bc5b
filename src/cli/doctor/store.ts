import { type Finding, fault, fine, LateError, type Means, note } from '../../chat/examination.ts';
import { type Probe, probeStore, type StoreSettings } from '../../store/probe.ts';
import { count } from '../figures.ts';
import { size } from './size.ts';

/** Looks at the database. @returns also what was seen, where it could be read */
export async function examineStore(
  settings: StoreSettings,
  { now, inTime }: Means,
): Promise<{ findings: Finding[]; probe?: Probe }> {
  try {
    const probe = await inTime(probeStore(settings, now));
    return { findings: [databaseFinding(probe), tablesFinding(probe)], probe };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const silent = settings.databaseUrl
      ? 'PostgreSQL does not answer. Check DATABASE_URL and that the server runs.'
      : 'The disk with DATA_DIR does not answer. Look at it.';
    return { findings: [fault('Database', error instanceof LateError ? silent : error.message)] };
  }
}

function databaseFinding({ engine, where, bytes, obstacle }: Probe): Finding {
  if (obstacle !== undefined) return fault('Database', obstacle);
  return bytes === undefined
    ? fine('Database', `${engine}; ${where} is made at the first start.`)
    : fine('Database', `${engine}; ${where}, ${size(bytes)}. It answers, and can be written.`);
}

function tablesFinding({ empty, newer, pending, where }: Probe): Finding {
  if (newer !== undefined)
    return fault(
      'Tables',
      `${where} was written by a newer Studyhall, which knows "${newer}". Start that one, or put back a copy from the time before it.`,
    );
  if (empty) return fine('Tables', 'none yet. The first start makes them.');
  if (pending === 0) return fine('Tables', 'up to date.');
  return note('Tables', `the next start brings them up to date: ${count(pending, 'step')}.`);
}
