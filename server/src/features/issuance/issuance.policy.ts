import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';
import type { Duties } from '../enrolment/index.ts';

/** Management, clerks and the homeroom teacher may fetch an issued record of the school. */
export function mayReadIssued(actor: Actor, duties: Duties, classId: string): Permission {
  if (holds(actor, 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk')) return allowed;
  return duties.homeroomOf.includes(classId) ? allowed : refused('Thầy cô chỉ xem được học bạ của lớp mình chủ nhiệm.');
}

/** Xem trước before signing: who may read the class, and whom the sheet names as one of its signatories. */
export function mayPreview(
  actor: Actor,
  duties: Duties,
  sheet: { classId: string; signatories: readonly { readonly staffId: string }[] },
): Permission {
  if (mayReadIssued(actor, duties, sheet.classId).allowed) return allowed;
  const teaches = duties.teaches.some(({ classId }) => classId === sheet.classId);
  const signs = sheet.signatories.some(({ staffId }) => staffId === actor.staffId);
  return teaches || signs ? allowed : refused('Thầy cô chỉ xem trước được học bạ của lớp mình dạy hoặc mình phải ký.');
}

/** Con dấu đã hết thời gian mở: the seal clerk opens it again for the same list. */
export function mayReopenSeal(actor: Actor): Permission {
  return holds(actor, 'sealClerk') ? allowed : refused('Chỉ văn thư được mở con dấu số.');
}
