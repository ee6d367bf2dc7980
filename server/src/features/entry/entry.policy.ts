import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';
import type { Duties } from '../enrolment/index.ts';

export function mayImport(actor: Actor): Permission {
  return holds(actor, 'academicClerk') ? allowed : refused('Chỉ nhân viên học vụ được nhập dữ liệu từ bảng tính.');
}

/** Management and clerks read every class; teachers the classes they teach. */
export function mayReadClass(actor: Actor, duties: Duties, classId: string): Permission {
  if (holds(actor, 'principal', 'vicePrincipal', 'academicClerk')) return allowed;
  const own = duties.homeroomOf.includes(classId) || duties.teaches.some((each) => each.classId === classId);
  return own ? allowed : refused('Thầy cô chỉ xem được lớp mình chủ nhiệm hoặc giảng dạy.');
}

export function mayEnterPupilYear(duties: Duties, classId: string): Permission {
  return duties.homeroomOf.includes(classId)
    ? allowed
    : refused('Chỉ giáo viên chủ nhiệm của lớp được sửa kết quả của học sinh lớp này.');
}

/** Hiệu trưởng decides promotion of a pupil who has not completed the grade. @law TT27/2020 Đ11.1.c */
export function mayDecidePromotion(actor: Actor): Permission {
  return holds(actor, 'principal')
    ? allowed
    : refused('Chỉ hiệu trưởng được quyết định lên lớp cho học sinh chưa hoàn thành chương trình lớp học.');
}
