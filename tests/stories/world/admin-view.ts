import { Pool } from 'pg';

/** What really stands in a database, whoever may see it. */
export interface AdminView {
  /** Every row of a query. */
  rows<Row extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The one number a query answers. */
  count(sql: string, values?: readonly unknown[]): Promise<number>;
  close(): Promise<void>;
}

export function adminView(adminUrl: string, database: string): AdminView {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const pool = new Pool({ connectionString: url.href, max: 2 });
  pool.on('error', () => undefined);
  return {
    rows: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    count: async (sql, values = []) => Number(Object.values((await pool.query(sql, [...values])).rows[0])[0]),
    close: () => pool.end(),
  };
}
