import { StoreError } from '../../chat/errors.ts';

/** https://sqlite.org/rescode.html */
const BUSY = 5;

/** The primary result code of an error that SQLite gave. */
function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}

/** True when another connection is writing just now. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === BUSY;
}

/** An error of SQLite or of the file system as one sentence; any other as it is. */
export function explain(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code !== undefined && error instanceof Error)
    return new StoreError(sentence(code, file, error.message), { cause: error });
  return error instanceof Error && 'syscall' in error
    ? new StoreError(`The folder of ${file} cannot be used: ${error.message}. ${elsewhere}`, { cause: error })
    : error;
}

const elsewhere = 'Set DATA_DIR to a folder that can be written.';

function sentence(code: number, file: string, message: string): string {
  switch (code) {
    case BUSY:
    case 6: // LOCKED
      return `The database ${file} is in use by another program. Stop that program, or wait until it is done.`;
    case 3: // PERM
    case 8: // READONLY
    case 14: // CANTOPEN
      return `The database ${file} cannot be written: ${message}. ${elsewhere}`;
    case 10: // IOERR
      return `The disk does not read or write the database ${file}: ${message}. Check the disk.`;
    case 13: // FULL
      return `The disk is full: the database ${file} cannot be written. Make room on it.`;
    case 11: // CORRUPT
    case 26: // NOTADB
      return `${file} is damaged, or is not a database. Move it away, or put a copy from the folder "backups" in its place.`;
    default:
      return `The database ${file} refuses: ${message}.`;
  }
}
