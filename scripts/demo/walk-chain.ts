import type { ReferenceSchool } from '../../simulators/sector-database/index.ts';
import { writeTrustFiles } from './trust-files.ts';
import { acceptSeal, carryOverClass, lockCohort, signClass, submitClass } from './walk-class.ts';
import type { World } from './world.ts';

/** The class the demo walks itself, so that there is something to look up and verify from the first minute. */
export const WALKED_CLASS = '5A';

/** From the imported workbook to a locked, verified record, for one class. */
export async function walkWholeChain(
  world: World,
  reference: ReferenceSchool,
  log: (sentence: string) => void,
): Promise<void> {
  const walk = { schoolYear: reference.june.school.schoolYear, classId: WALKED_CLASS, people: reference.facts };
  log(`Lớp ${WALKED_CLASS}: ban hành, kết chuyển…`);
  await carryOverClass(world, walk);
  await signClass(world, walk, log);
  const { schoolId } = reference.june.school;
  log(`Sở phê duyệt con dấu số; lớp ${WALKED_CLASS} nộp học bạ, Sở kiểm tra từng bản…`);
  await acceptSeal(world, walk, { registry: 'province', schoolId });
  await submitClass(world, walk);
  log('Sở chốt học bạ hoàn thành chương trình lớp học; Bộ và cổng tra cứu nhận kết quả…');
  await lockCohort(world, walk, { registry: 'province', schoolId, cohort: 'completed' });
  await writeTrustFiles(world);
}
