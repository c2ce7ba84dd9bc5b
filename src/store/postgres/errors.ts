import { StoreError } from '../../chat/errors.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const again = ['40001', '40P01']; // serialization_failure, deadlock_detected

/** True when the same work may well succeed if it is done once more. */
export function isPassing(error: unknown): boolean {
  return again.includes(codeOf(error) ?? '');
}

/** An error of PostgreSQL, or of the way to it, as one sentence; any other as it is. */
export function explain(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]); // of a host with several addresses
  if (!(error instanceof Error)) return error;
  const said = sentence(codeOf(error), error.message);
  return said === undefined ? error : new StoreError(said, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What pg says when a connection is lost or cannot be had; these errors have no code. */
const lost = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

function sentence(code: string | undefined, message: string): string | undefined {
  if (code === undefined ? lost.test(message) : /^(08...|57P..|E(?!RR_)[A-Z_]+)$/.test(code))
    return `PostgreSQL cannot be reached: ${message}. Check DATABASE_URL and that the server runs.`;
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return undefined;
  switch (code) {
    case '25006': // read_only_sql_transaction
      return 'PostgreSQL takes no changes here: it is read-only. Point DATABASE_URL at a server that can be written.';
    case '53100': // disk_full
      return "The disk of the PostgreSQL server is full. Make room on the server's disk.";
    case '57014': // query_canceled
      return 'PostgreSQL took too long. Look for what keeps the server busy.';
    default:
      return `PostgreSQL refuses: ${message}. Check DATABASE_URL and the rights of its user.`;
  }
}
