import { type Actor, holds } from '../../platform/actor.ts';
import { allowed, type Permission, refused } from '../../platform/app-error.ts';

/** Quản trị hệ thống opens accounts; that gives no power over content. */
export function mayManageAccounts(actor: Actor): Permission {
  return holds(actor, 'administrator') ? allowed : refused('Chỉ quản trị hệ thống được quản lý tài khoản.');
}
