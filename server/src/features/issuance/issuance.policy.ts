import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';
import type { Duties } from '../enrolment/index.ts';

/** Management, clerks and the homeroom teacher may fetch an issued record of the school. */
export function mayReadIssued(actor: Actor, duties: Duties, classId: string): Permission {
  if (holds(actor, 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk')) return allowed;
  return duties.homeroomOf.includes(classId) ? allowed : refused('Thầy cô chỉ xem được học bạ của lớp mình chủ nhiệm.');
}

/** Con dấu đã hết thời gian mở: the seal clerk opens it again for the same list. */
export function mayReopenSeal(actor: Actor): Permission {
  return holds(actor, 'sealClerk') ? allowed : refused('Chỉ văn thư được mở con dấu số.');
}
