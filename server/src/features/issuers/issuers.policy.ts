import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';

/** Xem danh sách con dấu số của các trường. */
export function mayReadIssuers(actor: Actor): Permission {
  return holds(actor, 'provincialOfficer', 'ministryOfficer', 'communeOfficer')
    ? allowed
    : refused('Chỉ cán bộ quản lý học bạ của Sở, Bộ hoặc xã được xem danh sách con dấu số.');
}

/** Phê duyệt con dấu số của trường; the commune's part in it comes with its own workplace. */
export function mayDecideIssuers(actor: Actor): Permission {
  return holds(actor, 'provincialOfficer', 'ministryOfficer')
    ? allowed
    : refused('Chỉ cán bộ của cơ sở dữ liệu học bạ gốc được phê duyệt con dấu số của trường.');
}
