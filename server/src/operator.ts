import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { readConfig } from './config.ts';
import { findLogin, hashPassword, type PeopleTables, saveAccount } from './features/people/index.ts';
import { reencryptSecrets } from './features/signing/index.ts';
import type { Position } from './platform/actor.ts';
import { systemClock } from './platform/clock.ts';
import { type Database, openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { createSecretBox } from './platform/keys/secret-box.ts';

interface NewOperatorAccount {
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  readonly schoolId: string;
  readonly staffId: string | null;
  readonly positions: readonly Position[];
  readonly communeCode: string | null;
}

const USAGE = `Usage: operator.ts SETTINGS.json COMMAND
  create-accounts         accounts as a JSON list on standard input; a name that exists keeps its account
  change-encryption-key   the new key (64 hex digits) on standard input; stop the server first, then put it in the settings
`;

/** What only the operator of the machine may do. Secrets come on standard input, so that they stay out of the process list. */
const [path, command] = process.argv.slice(2);
if (!path || (command !== 'create-accounts' && command !== 'change-encryption-key')) {
  process.stderr.write(USAGE);
  process.exit(64);
}
const config = readConfig(path);
await migrate({ ...config.database, install: config.install, organisationId: config.organisationId });
const database = openDatabase(config.database.appUrl, 2);
const given = await text(process.stdin);
try {
  if (command === 'create-accounts') await createAccounts(database, JSON.parse(given) as NewOperatorAccount[]);
  else await changeEncryptionKey(database, { from: config.encryptionKey, to: given.trim() });
} finally {
  await database.close();
}

async function createAccounts(to: Database, accounts: readonly NewOperatorAccount[]): Promise<void> {
  for (const account of accounts) {
    const passwordHash = await hashPassword(account.password);
    // A name that exists keeps its account: the command may be repeated.
    const accountId = (await findLogin(to.unscoped, account.username))?.accountId ?? randomUUID();
    await to.transaction({ schoolId: account.schoolId }, (tx) =>
      saveAccount(tx, { ...account, accountId, passwordHash, createdAt: systemClock.now() }),
    );
  }
}

/** School by school, each in one transaction; may be repeated after a failure. */
async function changeEncryptionKey(of: Database, keys: { from: string; to: string }): Promise<void> {
  const boxes = { from: createSecretBox(keys.from), to: createSecretBox(keys.to) };
  const logins = of.unscoped.withTables<PeopleTables>().selectFrom('login');
  const schools = await logins.select('schoolId').distinct().execute();
  let changed = 0;
  for (const school of schools) changed += await of.transaction(school, (tx) => reencryptSecrets(tx, boxes));
  process.stdout.write(`${changed} secrets encrypted with the new key; put it in the settings as encryptionKey\n`);
}
