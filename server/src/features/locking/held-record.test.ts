import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type TemporaryDatabase, temporaryDatabase } from '../../../../tests/harness/index.ts';
import { type Database, openDatabase } from '../../platform/database/database.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { insertRegistryRecord, moveHeld, type NewRegistryRecord } from '../exchange/registry.store.ts';
import { lockChunk } from './lock.store.ts';

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
  educationResult: 'completed',
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
    await database.transaction('install', async (tx) => {
      for (let number = 1; number <= 5; number += 1) await insertRegistryRecord(tx, record(number));
      await insertRegistryRecord(tx, record(6, { cohort: 'notYetCompletedOrFaulty' }));
      await insertRegistryRecord(tx, record(7, { receivedAt: new Date(at.getTime() + 1) }));
      await insertRegistryRecord(tx, record(8, { state: 'withdrawn' }));
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
    const key = { recordId: record(1).recordId, schoolYear: '2025-2026', version: 1 };
    const move = (to: 'received' | 'withdrawn' | 'replaced') =>
      database.transaction('install', (tx) => moveHeld(tx, key, { from: ['locked'], to }));
    for (const to of ['received', 'withdrawn', 'replaced'] as const) await assert.rejects(move(to), /stays locked/);
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
