import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { readConfig } from './config.ts';
import { findLogin, hashPassword, saveAccount } from './features/people/index.ts';
import type { Position } from './platform/actor.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';

interface NewOperatorAccount {
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  readonly schoolId: string;
  readonly staffId: string | null;
  readonly positions: readonly Position[];
  readonly communeCode: string | null;
}

/**
 * What only the operator of the machine may do: the first accounts. `operator.ts SETTINGS.json create-accounts`, with a
 * JSON list on standard input so that passwords stay out of the process list.
 */
const [path, command] = process.argv.slice(2);
if (!path || command !== 'create-accounts') {
  process.stderr.write('Usage: operator.ts SETTINGS.json create-accounts < accounts.json\n');
  process.exit(64);
}
const config = readConfig(path);
await migrate({ ...config.database, install: config.install, organisationId: config.organisationId });
const database = openDatabase(config.database.appUrl, 2);
for (const account of JSON.parse(await text(process.stdin)) as NewOperatorAccount[]) {
  const passwordHash = await hashPassword(account.password);
  // A name that exists keeps its account: the command may be repeated.
  const accountId = (await findLogin(database.unscoped, account.username))?.accountId ?? randomUUID();
  await database.transaction({ schoolId: account.schoolId }, (tx) =>
    saveAccount(tx, { ...account, accountId, passwordHash, createdAt: systemClock.now() }),
  );
}
await database.close();
