import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';

/** Nộp học bạ lên cơ sở dữ liệu học bạ gốc. */
export function maySubmit(actor: Actor): Permission {
  return holds(actor, 'academicClerk', 'sealClerk', 'principal')
    ? allowed
    : refused('Chỉ hiệu trưởng, nhân viên học vụ hoặc văn thư được nộp học bạ.');
}

/** Whether a person sees what happened to the whole school's records; a homeroom teacher sees the own class. */
export function seesAllSubmissions(actor: Actor): boolean {
  return holds(actor, 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk');
}

/** Theo dõi học bạ mà cơ sở dữ liệu đã nhận. */
export function maySuperviseRecords(actor: Actor): Permission {
  return holds(actor, 'provincialOfficer', 'ministryOfficer', 'communeOfficer')
    ? allowed
    : refused('Chỉ cán bộ quản lý học bạ của Sở, Bộ hoặc xã được xem mục này.');
}
