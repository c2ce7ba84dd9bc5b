export type Moment = 'before' | 'after';

/**
 * Stands at the boundary between the program and what it calls, and sees each call before and after it takes effect.
 *
 * @returns true where the program was killed just then: the call goes no further
 */
export type Guard = (what: string, moment: Moment) => boolean;
