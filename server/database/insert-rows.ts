import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/**
 * What `insert(table).select(...)` takes to insert `rows` in one statement with one parameter, whatever their number:
 * thousands of parameters cost more than the rows. Times are ISO strings, as in JSON.
 */
export function rowsFor(table: PgTable, rows: readonly Readonly<Record<string, unknown>>[]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, row[key]]))));
  const types = columns.map(([, column]) => `"${column.name}" ${column.getSQLType()}`).join(', ');
  return sql`select * from jsonb_to_recordset(${json}::jsonb) as rows(${sql.raw(types)})`;
}
