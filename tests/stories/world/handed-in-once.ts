import assert from 'node:assert/strict';
import type { HttpClient } from '../../../scripts/demo/http-client.ts';
import { waitUntil } from '../../harness/index.ts';
import type { StoryWorld } from './story-world.ts';

export interface ClassHandedIn {
  readonly clerk: HttpClient;
  readonly schoolYear: string;
  readonly classId: string;
}

interface Submissions {
  readonly classes: readonly { readonly records: readonly { readonly state: string }[] }[];
}

/** Waits until every record of the class has the registry's answer, whoever goes away meanwhile. */
export async function untilReceived(world: StoryWorld, { clerk, schoolYear, classId }: ClassHandedIn): Promise<void> {
  const path = `/api/submissions?schoolYear=${schoolYear}&classId=${encodeURIComponent(classId)}`;
  await waitUntil(
    async () => {
      const { classes } = await clerk.get<Submissions>(path);
      const states = classes.flatMap(({ records }) => records.map(({ state }) => state));
      return states.length > 0 && states.every((state) => state === 'received');
    },
    { what: `class ${classId} received`, timeoutMs: 180_000, everyMs: 150 },
  );
  // The report to the ministry follows on its own.
  const open = `select count(*) from outbox_message where delivered_at is null and kind = 'report'`;
  await waitUntil(async () => (await world.look('province').count(open)) === 0, {
    what: 'reports sent',
    timeoutMs: 180_000,
  });
}

/** Each record held once by province and ministry, each message numbered and answered once, each receipt kept. */
export async function assertHandedInOnce(world: StoryWorld, of: { schoolId: string; sheets: number }): Promise<void> {
  const { schoolId, sheets } = of;
  const [school, province, ministry] = (['school', 'province', 'ministry'] as const).map((name) => world.look(name));
  if (!school || !province || !ministry) throw new Error('no world');
  const own = (sql: string) => school.count(sql, [schoolId]);
  assert.equal(await own(`select count(*) from year_sheet where school_id = $1 and state = 'received'`), sheets);
  assert.equal(
    await own(`select count(*) from submission where school_id = $1 and outcome = 'accepted' and receipt is not null`),
    sheets,
  );
  assert.equal(await own('select count(*) from submission where school_id = $1'), sheets);
  for (const registry of [province, ministry]) {
    assert.equal(
      await registry.count(`select count(*) from registry_record where school_id = $1 and state = 'received'`, [
        schoolId,
      ]),
      sheets,
    );
    assert.equal(await registry.count('select count(*) from rejected_submission'), 0);
    const received = `select count(*)::int as entries, count(distinct subject_id)::int as records from audit_log where action = 'receiveRecord'`;
    assert.deepEqual(await registry.rows(received), [{ entries: sheets, records: sheets }]);
  }
  assert.equal(await province.count(`select count(*) from registry_record where report_outcome = 'accepted'`), sheets);
  for (const sender of [school, province]) await assertNumbersWithoutGaps(sender);
}

async function assertNumbersWithoutGaps(sender: ReturnType<StoryWorld['look']>): Promise<void> {
  const gaps = `select receiver from outbox_message group by receiver
    having count(*) <> max(sequence) or min(sequence) <> 1 or count(distinct sequence) <> count(*)`;
  assert.deepEqual(await sender.rows(gaps), []);
}
