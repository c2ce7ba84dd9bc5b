import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

/** Runs a query with these values. */
export type Statement<V extends object, R> = (db: Kysely<Database>, values: V) => Promise<QueryResult<R>>;

/**
 * A query that is built and compiled once for each database, for those that every answer needs: building them anew is a third of what an answer
 * costs. The query must use all values, each once, in their order.
 *
 * @throws TypeError the first time, when it does not
 */
export function statement<V extends object, R>(
  build: (db: Kysely<Database>, values: V) => Compilable<R>,
): Statement<V, R> {
  const compiled = new WeakMap<object, CompiledQuery<R>>();
  return (db, values) => {
    const { adapter } = db.getExecutor(); // shared by a database and its transactions
    const parameters = Object.values(values);
    const known = compiled.get(adapter);
    if (known) return db.executeQuery({ ...known, parameters });
    const query = build(db, values).compile();
    if (!same(query.parameters, parameters))
      throw new TypeError(`The values of this query differ: ${query.sql}`);
    compiled.set(adapter, query);
    return db.executeQuery(query);
  };
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
