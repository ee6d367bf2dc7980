import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Insertable, sql } from 'kysely';
import { type TemporaryDatabase, temporaryDatabase } from '../../../../tests/harness/index.ts';
import { type Database, openDatabase } from '../../platform/database/database.ts';
import { migrate } from '../../platform/database/migrate.ts';
import type { RegistryTables } from '../exchange/index.ts';
import { lockChunk } from './lock.store.ts';

type NewRegistryRecord = Insertable<RegistryTables['registryRecord']>;

const at = new Date('2026-06-25T01:00:00Z');
const record = (number: number, change: Partial<NewRegistryRecord> = {}): NewRegistryRecord => ({
  recordId: String(number).padStart(32, '0'),
  schoolYear: '2025-2026',
  version: 1,
  schoolId: '92000902',
  schoolName: 'Trường Tiểu học Cồn Bần',
  lookupCode: String(number).padStart(32, 'f'),
  grade: 1,
  className: '1A',
  studentName: 'Trần Minh Thư',
  yearResult: 'Hoàn thành tốt',
  cohort: 'completed',
  xmlDigest: `x${number}`,
  pdfDigest: `p${number}`,
  state: 'received',
  late: false,
  sender: 'PM-1',
  submissionId: `m-${number}`,
  receivedAt: at,
  lockedAt: null,
  effectiveDate: null,
  reportOutcome: null,
  ...change,
});
const run = {
  runId: '',
  schoolId: 'SO-92',
  schoolYear: '2025-2026',
  cohort: 'completed' as const,
  schoolIds: null,
  grades: [1, 2, 3, 4, 5],
  effectiveDate: '2026-06-25',
  source: '',
  lockedBy: '',
  startedAt: at,
  finishedAt: null,
  locked: 0,
};

describe('a held record in a real database', () => {
  let temporary: TemporaryDatabase;
  let database: Database;
  before(async () => {
    temporary = await temporaryDatabase('locking');
    await migrate({ ...temporary, install: 'province', organisationId: 'SO-92' });
    database = openDatabase(temporary.appUrl, 8);
    const rows = [
      ...[1, 2, 3, 4, 5].map((number) => record(number)),
      record(6, { cohort: 'notYetCompletedOrFaulty' }),
      record(7, { receivedAt: new Date(at.getTime() + 1) }),
      record(8, { state: 'withdrawn' }),
    ];
    await database.transaction('install', async (tx) => {
      await tx.withTables<RegistryTables>().insertInto('registryRecord').values(rows).execute();
    });
  });
  after(async () => {
    await database.close();
    await temporary.drop();
  });

  const chunk = (limit: number) => database.transaction('install', (tx) => lockChunk(tx, run, { limit, at }));

  it('is locked in chunks, each once: the cohort, received before the run, nothing else', async () => {
    const chunks = [await chunk(2), await chunk(2), await chunk(2), await chunk(2)];
    assert.deepEqual(
      chunks.map((rows) => rows.length),
      [2, 2, 1, 0],
    );
    const ids = chunks.flat().map(({ recordId }) => Number(recordId));
    assert.deepEqual(ids.sort(), [1, 2, 3, 4, 5]);
  });

  it('is not unlocked, withdrawn or changed by anybody, not even by a faulty program', async () => {
    const move = (to: string) =>
      database.transaction('install', (tx) =>
        sql`update registry_record set state = ${to} where state = 'locked'`.execute(tx),
      );
    for (const to of ['received', 'withdrawn', 'replaced']) await assert.rejects(move(to), /stays locked/);
    const rewritten = database.transaction('install', (tx) =>
      sql`update registry_record set xml_digest = 'other'`.execute(tx),
    );
    await assert.rejects(rewritten, /never changed/);
  });

  it('is seen by nobody who forgot to say whose records they want', async () => {
    const { rows } = await database.pool.query('select count(*)::int as seen from registry_record');
    assert.deepEqual(rows, [{ seen: 0 }]);
  });
});
