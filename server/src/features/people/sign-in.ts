import type { Actor } from '../../platform/actor.ts';
import { AppError } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { findActor, findLogin, type LoginRow, recordLoginAttempt } from './people.store.ts';

const ATTEMPTS_BEFORE_LOCK = 8;
const LOCK_MS = 5 * 60 * 1000;

/** Checks name and password. @throws AppError with one sentence for every reason, so that names cannot be probed. */
export async function signIn(platform: Platform, given: { username: string; password: string }): Promise<Actor> {
  const username = given.username.trim().toLowerCase();
  const login = await findLogin(platform.database.unscoped, username);
  const now = platform.clock.now();
  if (login?.lockedUntil && login.lockedUntil > now) throw tooManyAttempts();
  const matches = await passwordMatches(login?.passwordHash || (await decoyHash()), given.password);
  if (!login?.passwordHash || !matches) {
    if (login) await countFailure(platform, login);
    throw wrongCredentials();
  }
  await recordLoginAttempt(platform.database.unscoped, { username, failedAttempts: 0, lockedUntil: null });
  return platform.database.transaction({ schoolId: login.schoolId }, async (tx) => {
    const actor = await findActor(tx, login.accountId);
    if (!actor) throw wrongCredentials();
    await writeAudit(tx, {
      schoolId: actor.schoolId,
      by: actor,
      at: now,
      action: 'signIn',
      subject: { kind: 'account', id: actor.accountId },
    });
    return actor;
  });
}

async function countFailure(platform: Platform, login: LoginRow): Promise<void> {
  const failedAttempts = login.failedAttempts + 1;
  const locked = failedAttempts >= ATTEMPTS_BEFORE_LOCK;
  await recordLoginAttempt(platform.database.unscoped, {
    username: login.username,
    failedAttempts: locked ? 0 : failedAttempts,
    lockedUntil: locked ? new Date(platform.clock.now().getTime() + LOCK_MS) : null,
  });
}

let decoy: Promise<string> | undefined;

/** Unknown names cost as much time as known ones. */
function decoyHash(): Promise<string> {
  decoy ??= hashPassword('no account has this password');
  return decoy;
}

function wrongCredentials(): AppError {
  return new AppError({
    code: 'wrong-credentials',
    status: 401,
    sentence: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.',
  });
}

function tooManyAttempts(): AppError {
  return new AppError({
    code: 'login-locked',
    status: 429,
    sentence: 'Đăng nhập sai quá nhiều lần. Tài khoản tạm khoá 5 phút; hãy thử lại sau hoặc liên hệ quản trị hệ thống.',
  });
}
