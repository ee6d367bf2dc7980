import { CscError } from '../csc-error.ts';
import type { Queryable } from '../database.ts';
import { isPin } from '../secrets.ts';

const TRIES = 5;
const LOCKED_MINUTES = 15;

/** The person, if the PIN is theirs; five wrong ones lock for a while. @throws CscError invalid_pin */
export async function requirePin(database: Queryable, userId: string, pin: string): Promise<{ fullName: string }> {
  const { rows } = await database.query<{ full_name: string; pin_hash: string; locked: boolean }>(
    'select full_name, pin_hash, coalesce(locked_until > now(), false) as locked from signing_user where user_id = $1',
    [userId],
  );
  const [user] = rows;
  if (user?.locked === true) throw new CscError('invalid_pin', `Đã khoá ${LOCKED_MINUTES} phút vì nhập sai nhiều lần`);
  if (user !== undefined && (await isPin(pin, user.pin_hash))) {
    await database.query('update signing_user set failed_pins = 0, locked_until = null where user_id = $1', [userId]);
    return { fullName: user.full_name };
  }
  await database.query(
    `update signing_user set failed_pins = (failed_pins + 1) % $2,
       locked_until = case when failed_pins + 1 >= $2 then now() + make_interval(mins => $3) end
     where user_id = $1`,
    [userId, TRIES, LOCKED_MINUTES],
  );
  throw new CscError('invalid_pin', 'Sai tên người dùng hoặc mã PIN');
}
