import { instant, object, type Rule, text } from '../rule.ts';
import { type SheetIdentity, sheetIdentity } from '../sheet-identity.ts';

/** Rút học bạ đã nộp, before the lock: the school will send the next version. @law KH213/KH-BGDĐT PL 2.4 */
export interface Withdrawal {
  readonly sheet: SheetIdentity;
  readonly reason: string;
  readonly withdrawnAt: string;
}

export const withdrawal: Rule<Withdrawal> = object<Withdrawal>({
  sheet: sheetIdentity,
  reason: text(1000),
  withdrawnAt: instant,
});
