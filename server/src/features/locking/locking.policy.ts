import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';

/** Chốt dữ liệu học bạ. */
export function mayLock(actor: Actor): Permission {
  return holds(actor, 'provincialOfficer', 'ministryOfficer')
    ? allowed
    : refused('Chỉ cán bộ của cơ sở dữ liệu học bạ gốc được chốt học bạ.');
}

/** Xem tình hình chốt. */
export function mayReadLocking(actor: Actor): Permission {
  return holds(actor, 'provincialOfficer', 'ministryOfficer', 'communeOfficer')
    ? allowed
    : refused('Chỉ cán bộ quản lý học bạ của Sở, Bộ hoặc xã được xem mục này.');
}
