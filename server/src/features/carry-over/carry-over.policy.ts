import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';

/** Ban hành dữ liệu theo dõi của lớp. */
export function mayRelease(actor: Actor): Permission {
  return holds(actor, 'vicePrincipal', 'principal')
    ? allowed
    : refused('Chỉ hiệu trưởng hoặc phó hiệu trưởng được ban hành dữ liệu theo dõi của lớp.');
}

/** Kết chuyển sang học bạ số. */
export function mayCarryOver(actor: Actor): Permission {
  return holds(actor, 'vicePrincipal', 'principal', 'academicClerk')
    ? allowed
    : refused('Chỉ ban giám hiệu hoặc nhân viên học vụ được kết chuyển dữ liệu sang học bạ số.');
}

/** Rút học bạ before the lock, to correct it. @law KH 213/KH-BGDĐT PL 2.4 */
export function mayWithdraw(actor: Actor): Permission {
  return holds(actor, 'principal')
    ? allowed
    : refused('Chỉ hiệu trưởng được rút học bạ đã kết chuyển để sửa sai sót trước khi chốt.');
}
