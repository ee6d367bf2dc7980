import { readFileSync } from 'node:fs';
import { Pool, type PoolClient } from 'pg';

/** Anything that runs a query: the pool, or one connection inside a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

/** Connects and makes the tables where they are missing. */
export async function openDatabase(url: string): Promise<Pool> {
  const pool = new Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined);
  const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');
  await inTransaction(pool, async (connection) => {
    await connection.query(`select pg_advisory_xact_lock(hashtext('remote-signing schema'))`);
    await connection.query(schema);
  });
  return pool;
}

/** All or nothing. */
export async function inTransaction<T>(pool: Pool, work: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    connection.release();
    return result;
  } catch (error) {
    await connection.query('rollback').then(
      () => connection.release(),
      (broken: Error) => connection.release(broken),
    );
    throw error;
  }
}
