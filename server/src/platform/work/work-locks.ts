import pg from 'pg';

/** Who works on what, over all processes. A process that dies loses its locks at once. */
export interface WorkLocks {
  /** Runs `work` while nobody else holds `name`; false when somebody does. */
  hold(name: string, work: () => Promise<void>): Promise<boolean>;
  isHeldHere(name: string): boolean;
  close(): Promise<void>;
}

/**
 * PostgreSQL advisory locks, all on one connection outside the pool: steps that run can never use up the connections
 * they themselves wait for. When the connection breaks, its locks are gone and the next `hold` opens another; effects
 * stay single by their unique keys.
 */
export function openWorkLocks(databaseUrl: string): WorkLocks {
  const held = new Set<string>();
  let connection: Promise<pg.Client> | undefined;

  const connect = (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    const opened: Promise<pg.Client> = client.connect().then(() => client);
    const forget = () => {
      if (connection === opened) connection = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    opened.catch(forget);
    return opened;
  };
  const query = async (question: string, name: string): Promise<boolean> => {
    connection ??= connect();
    const client = await connection;
    const { rows } = await client.query(`select ${question}(hashtextextended($1, 0)) as answer`, [name]);
    return rows[0].answer === true;
  };
  let last: Promise<unknown> = Promise.resolve();
  /** One question after the other: a connection answers one at a time. */
  const ask = (question: string, name: string): Promise<boolean> => {
    const answer = last.then(() => query(question, name));
    last = answer.catch(() => undefined);
    return answer;
  };

  return {
    isHeldHere: (name) => held.has(name),
    hold: async (name, work) => {
      // The same connection would be given the same lock twice.
      if (held.has(name)) return false;
      held.add(name);
      try {
        if (!(await ask('pg_try_advisory_lock', name))) return false;
        await work().finally(() => ask('pg_advisory_unlock', name).catch(() => false));
        return true;
      } finally {
        held.delete(name);
      }
    },
    close: async () => {
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}
