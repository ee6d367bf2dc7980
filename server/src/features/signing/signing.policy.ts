import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';
import type { Duties } from '../enrolment/index.ts';
import type { SessionSlot } from './session-slot.ts';

/** Contracts with signing services are the administrator's to enter: they hold secrets of the school. */
export function mayManageServices(actor: Actor): Permission {
  return holds(actor, 'administrator') ? allowed : refused('Chỉ quản trị hệ thống được khai báo dịch vụ ký số.');
}

/** Whether a person may sign in this capacity at all; for which sheets is `maySignSheet`. */
export function maySignAs(actor: Actor, slot: SessionSlot): Permission {
  switch (slot) {
    case 'principal':
    case 'principalPdf':
      return holds(actor, 'principal') ? allowed : refused('Chỉ hiệu trưởng được ký với tư cách hiệu trưởng.');
    case 'organisationSeal':
      return holds(actor, 'sealClerk') ? allowed : refused('Chỉ văn thư được đóng dấu số của trường.');
    case 'homeroomTeacher':
      return holds(actor, 'homeroomTeacher') ? allowed : refused('Chỉ giáo viên chủ nhiệm được ký ở vị trí này.');
    case 'subjectTeacher':
      return holds(actor, 'subjectTeacher', 'homeroomTeacher', 'vicePrincipal', 'principal')
        ? allowed
        : refused('Chỉ giáo viên được phân công dạy môn học được ký ở vị trí này.');
  }
}

/** The sheet names who must sign each place; the homeroom teacher must also still have the class. */
export function maySignSheet(
  actor: Actor,
  duties: Duties,
  sheet: { slot: SessionSlot; classId: string; expectedStaffId: string | undefined },
): Permission {
  if (sheet.slot === 'organisationSeal') return allowed;
  if (sheet.expectedStaffId !== actor.staffId) return refused('Học bạ này do người khác có trách nhiệm ký.');
  if (sheet.slot === 'homeroomTeacher' && !duties.homeroomOf.includes(sheet.classId)) {
    return refused('Thầy cô không còn chủ nhiệm lớp này.');
  }
  return allowed;
}
