/** A statement in short, the same whatever its values: `select rounds by platform, deadline`; all that make tables or indexes are the same. */
export function inShort(sql: string): string {
  const [verb = ''] = sql.trim().toLowerCase().split(/\s/, 1);
  if (verb === 'create') return verb;
  const table = /(?:from|into|update)\s+"(\w+)"/i.exec(sql)?.[1];
  if (table === undefined) return sql.trim().toLowerCase().split(/\s+/).slice(0, 3).join(' ');
  const [, where = ''] = sql.split(/\bwhere\b/);
  const columns = [...where.matchAll(/"(\w+)" (?:=|in|<=|>=|<|!=|is)/g)].map(([, column]) => column);
  return columns.length === 0
    ? `${verb} ${table}`
    : `${verb} ${table} by ${[...new Set(columns)].join(', ')}`;
}
