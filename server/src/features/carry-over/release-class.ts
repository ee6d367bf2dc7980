import type { Actor } from '../../platform/actor.ts';
import { AppError, permit } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { listStudents, lockClass } from '../enrolment/index.ts';
import {
  type EntryTables,
  evaluatePupil,
  findRelease,
  listPrepared,
  listPupilYears,
  lockPupilYears,
} from '../entry/index.ts';
import { mayRelease } from './carry-over.policy.ts';

/** Ban hành: opens a class for carry-over once nobody has missing or wrong data. Releasing twice is releasing once. */
export async function releaseClass(
  platform: Platform,
  actor: Actor,
  of: { schoolYear: string; classId: string },
): Promise<void> {
  permit(mayRelease(actor));
  await platform.database.transaction(actor, async (tx) => {
    const key = { schoolId: actor.schoolId, ...of };
    const schoolClass = await lockClass(tx, key);
    if (await findRelease(tx, key)) return;
    const prepared = await listPrepared(tx, key);
    const students = (await listStudents(tx, key)).filter(({ studentId }) => !prepared.has(studentId));
    await lockPupilYears(tx, { ...key, studentIds: students.map(({ studentId }) => studentId) });
    const years = await listPupilYears(tx, key);
    const open = students.flatMap((student) => {
      const facts = years.get(student.studentId)?.facts;
      const judged = facts && evaluatePupil(facts, { student, schoolYear: of.schoolYear, grade: schoolClass.grade });
      if (judged && judged.readiness !== 'problems') return [];
      const sentences = judged
        ? [...judged.outcome.missing, ...judged.outcome.errors].map((each) => each.sentence)
        : ['Chưa có kết quả nào.'];
      return sentences.map((sentence) => ({ code: 'data-problem', where: student.profile.fullName, sentence }));
    });
    if (open.length > 0) throw notReady(schoolClass.name, open);
    const at = platform.clock.now();
    await tx
      .withTables<EntryTables>()
      .insertInto('classRelease')
      .values({ ...key, releasedAt: at, releasedBy: actor.fullName })
      .execute();
    const subject = { kind: 'class', id: `${of.schoolYear}/${of.classId}` };
    await writeAudit(tx, { schoolId: actor.schoolId, by: actor, at, action: 'releaseClass', subject });
  });
}

function notReady(className: string, problems: { code: string; where: string; sentence: string }[]): AppError {
  return new AppError({
    code: 'class-not-ready',
    status: 409,
    problems,
    sentence: `Lớp ${className} còn ${problems.length} chỗ thiếu hoặc sai dữ liệu nên chưa ban hành được. Giáo viên chủ nhiệm cần hoàn thiện các mục dưới đây.`,
  });
}
