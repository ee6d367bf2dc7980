import { Client } from 'pg';

/** Throws a sentence for a person when the server in DATABASE_URL cannot be used. */
export async function checkGivenDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; able: boolean }>(
      `select current_setting('server_version_num') as version, rolsuper or (rolcreatedb and rolcreaterole) as able
         from pg_roles where rolname = current_user`,
    );
    const [row] = rows;
    if (Number(row?.version) < 150_000) {
      throw new Error('máy chủ cũ hơn PostgreSQL 15 (older than PostgreSQL 15)');
    }
    if (row?.able !== true) {
      throw new Error('tài khoản cần quyền CREATEDB và CREATEROLE (the account needs CREATEDB and CREATEROLE)');
    }
  } catch (error) {
    throw new Error(`DATABASE_URL không dùng được / cannot be used: ${reasonOf(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A refused connection to a name with two addresses is an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
