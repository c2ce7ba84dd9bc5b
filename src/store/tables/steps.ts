import { type RawBuilder, sql } from 'kysely';

/**
 * The beginning of a query that finds the next values of an indexed column in the table `steps`, in order of `step`: each by the index alone,
 * however many rows have it. The last may be null. https://wiki.postgresql.org/wiki/Loose_indexscan
 *
 * @param next the least value that is greater than another one
 */
export function withSteps(
  next: (than: RawBuilder<unknown>) => RawBuilder<unknown>,
  after: string,
  limit: number,
): RawBuilder<unknown> {
  return sql`
    with recursive steps (step, value) as (
      select 1, (${next(sql.val(after))})
      union all
      select step + 1, (${next(sql.ref('steps.value'))}) from steps where value is not null and step < ${limit}
    )`;
}
