import assert from 'node:assert/strict';
import type { StoryWorld } from './story-world.ts';

export interface Expected {
  readonly schoolId: string;
  readonly sheets: number;
  /** Acts of signing that were carried to their end. */
  readonly sessions: number;
}

/** Every place signed once, every sheet issued once, each with its audit entry; nothing left over, nothing without timestamp. */
export async function assertOnceOnly(world: StoryWorld, { schoolId, sheets, sessions }: Expected): Promise<void> {
  const school = world.look('school');
  const count = (sql: string) => school.count(sql, [schoolId]);
  assert.equal(await count(`select count(*) from year_sheet where school_id = $1 and state = 'issued'`), sheets);
  assert.equal(await count('select count(*) from signature where school_id = $1'), sheets * 3);
  assert.equal(await count('select count(*) from signature where school_id = $1 and timestamp_token is null'), 0);
  assert.equal(await count('select count(*) from issued_record where school_id = $1'), sheets);
  assert.deepEqual(await auditCounts(world, schoolId), {
    sign: { entries: sheets * 3, subjects: sheets * 3 },
    issue: { entries: sheets, subjects: sheets },
    startSigningSession: { entries: sessions, subjects: sessions },
    finishSigningSession: { entries: sessions, subjects: sessions },
  });
  assert.equal(await count(`select count(*) from signing_item where school_id = $1 and state <> 'signed'`), 0);
  assert.deepEqual(
    await school.rows('select kind, key, last_problem from pending_work where school_id = $1', [schoolId]),
    [],
  );
  const open = `select count(*) from signing_session where school_id = $1 and (state <> 'finished' or authorisation is not null)`;
  assert.equal(await count(open), 0);
}

async function auditCounts(world: StoryWorld, schoolId: string) {
  const rows = await world.look('school').rows<{ action: string; entries: number; subjects: number }>(
    `select action, count(*)::int as entries, count(distinct subject_id || coalesce(details->>'slot', ''))::int as subjects
       from audit_log where school_id = $1
        and action in ('sign', 'issue', 'startSigningSession', 'finishSigningSession') group by action`,
    [schoolId],
  );
  return Object.fromEntries(rows.map(({ action, ...counts }) => [action, counts]));
}

/** The signing service made exactly the signatures the school holds: each hash once, under one authorisation. */
export async function assertServiceSignedOnce(world: StoryWorld, schoolId: string): Promise<void> {
  const made = await world
    .look('remoteSigning')
    .rows<{ hash: string; signature: Buffer }>('select hash, signature from made_signature');
  const held = await world.look('school').rows<{ digest: Buffer; value: Buffer }>(
    `select item.digest, signature.value from signature join signing_item item using (session_id, year_sheet_id, slot)
        where signature.school_id = $1 and slot <> 'organisationSeal'`,
    [schoolId],
  );
  const lines = (pairs: readonly (readonly [string, Buffer])[]) =>
    pairs.map(([hash, value]) => `${hash} ${value.toString('base64')}`).sort();
  assert.deepEqual(
    lines(held.map(({ digest, value }) => [digest.toString('base64'), value])),
    lines(made.map(({ hash, signature }) => [hash, signature])),
  );
}
