import { readFileSync } from 'node:fs';
import { Pool, type PoolClient } from 'pg';

/** Connects and makes the tables where they are missing. */
export async function openDatabase(url: string): Promise<Pool> {
  const pool = new Pool({ connectionString: url, max: 8 });
  pool.on('error', (error) => console.error(`certificate-authority: database: ${error.message}`));
  const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');
  await whileOnlyOne(pool, (connection) => connection.query(schema));
  return pool;
}

/** In one transaction, while no other process of this authority does anything of the kind. */
export async function whileOnlyOne<T>(pool: Pool, work: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  try {
    await connection.query('begin');
    await connection.query(`select pg_advisory_xact_lock(hashtext('certificate-authority'))`);
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
