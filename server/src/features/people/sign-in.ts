import type { Actor } from '../../platform/actor.ts';
import { AppError } from '../../platform/app-error.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { countAttempt, findActor, forgetAttempts } from './people.store.ts';

const ATTEMPTS_BEFORE_LOCK = 8;
const LOCK_MS = 5 * 60 * 1000;

/**
 * Checks name and password. @throws AppError with one sentence for every reason, so that names cannot be probed: a name
 * nobody has, a wrong password, a locked or closed account.
 */
export async function signIn(platform: Platform, given: { username: string; password: string }): Promise<Actor> {
  const username = given.username.trim().toLowerCase();
  const now = platform.clock.now();
  const lock = { lockedUntil: new Date(now.getTime() + LOCK_MS), after: ATTEMPTS_BEFORE_LOCK, now };
  // Counted before the password is looked at: guesses made at the same time count as well.
  const login = await countAttempt(platform.database.unscoped, username, lock);
  const matches = await passwordMatches(login?.passwordHash || (await decoyHash()), given.password);
  if (!login?.passwordHash || !matches) throw wrongCredentials();
  await forgetAttempts(platform.database.unscoped, username);
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
    sentence:
      'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại. Sau nhiều lần sai, tài khoản tạm khoá 5 phút; cần giúp đỡ hãy liên hệ quản trị hệ thống.',
  });
}
