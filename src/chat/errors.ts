/** Something a member did that cannot be done. Its message is one clear sentence for that member: what is wrong and what to do. */
export class UserError extends Error {
  override name = 'UserError';
}

/** A platform said no, for good: a bad token, a missing permission, a limit. The message says what, and what to mend. */
export class PlatformError extends Error {
  override name = 'PlatformError';
}

/** A platform cannot be reached, or asks to wait: nothing has to be mended here, and it may be tried again. The message says what was seen. */
export class OutageError extends PlatformError {
  override name = 'OutageError';
}

/** The database could not be reached or written. The message says what, and what to mend; it holds no secret. */
export class StoreError extends Error {
  override name = 'StoreError';
}
