import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import { vietnamDay } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestWork } from '../../platform/work/work.ts';
import type { Cohort } from '../../profile.ts';
import { isRoot } from '../../registry-chain.ts';
import { mayLock } from './locking.policy.ts';
import type { LockingTables } from './locking.tables.ts';
import { decideLock } from './locking.ts';

export interface StartLock {
  readonly schoolYear: string;
  readonly cohort: Cohort;
  readonly schoolIds?: readonly string[];
  readonly reason?: string;
}

/** Chốt: decides which grades are due and starts the run; the records follow in the background, a chunk a transaction. */
export async function startLock(platform: Platform, actor: Actor, of: StartLock): Promise<{ runId: string }> {
  permit(mayLock(actor));
  if (!isRoot(platform)) throw notTheRoot();
  const startedAt = platform.clock.now();
  const decision = decideLock(platform.profile.deadlines, { ...of, day: vietnamDay(startedAt) });
  if ('refusal' in decision) throw notDue(decision.before);
  const runId = randomUUID();
  const schoolId = platform.config.organisationId;
  const { schoolYear, cohort, schoolIds } = of;
  const { grades, effectiveDate, source } = decision;
  await platform.database.transaction('install', async (tx) => {
    await tx
      .withTables<LockingTables>()
      .insertInto('lockRun')
      .values({
        runId,
        schoolId,
        schoolYear,
        cohort,
        schoolIds: schoolIds ? [...schoolIds] : null,
        grades: [...grades],
        effectiveDate,
        source,
        lockedBy: actor.fullName,
        startedAt,
        finishedAt: null,
      })
      .execute();
    await requestWork(tx, { kind: 'lockRecords', schoolId, key: runId, dueAt: startedAt });
    await writeAudit(tx, {
      schoolId,
      by: actor,
      at: startedAt,
      action: 'startLock',
      subject: { kind: 'lockRun', id: runId },
      details: { schoolYear, cohort, schoolIds: schoolIds ?? null, grades, effectiveDate, source },
    });
  });
  return { runId };
}

function notDue(before: string | undefined): AppError {
  const when =
    before === undefined ? 'chưa có hạn chốt trong cấu hình' : `hạn chốt là trước ngày ${vietnamese(before)}`;
  return new AppError({
    code: 'lock-not-due',
    status: 409,
    sentence: `Nhóm học bạ này ${when}. Muốn chốt sớm, hãy ghi lý do (ít nhất 10 chữ).`,
  });
}

function notTheRoot(): AppError {
  return new AppError({
    code: 'not-the-root',
    status: 409,
    sentence: 'Học bạ được chốt tại cơ sở dữ liệu học bạ gốc; hệ thống này chỉ nhận kết quả chốt.',
  });
}

function vietnamese(day: string): string {
  return day.split('-').reverse().join('/');
}
