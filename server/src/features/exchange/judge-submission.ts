import type { RejectionReason, SheetIdentity } from '@hocba/protocol';
import type { Cohort, Deadline } from '../../profile.ts';
import type { HeldState } from './registry.tables.ts';

/** One version the registry holds of the same record or look-up code. */
export interface HeldVersion {
  readonly recordId: string;
  readonly schoolYear: string;
  readonly version: number;
  readonly schoolId: string;
  readonly lookupCode: string;
  readonly xmlDigest: string;
  readonly state: HeldState;
}

export type Verdict =
  /** Take it; `replaces`: versions that give way to it. */
  | { readonly verdict: 'take'; readonly replaces: readonly number[] }
  /** The same record came before, under another message: the same answer. */
  | { readonly verdict: 'held' }
  | { readonly verdict: 'reject'; readonly reasons: readonly RejectionReason[] };

/**
 * Whether a verified record may join what is held. Versions only grow; what is locked stays.
 * @law KH 213/KH-BGDĐT PL 2.1: from the lock the content does not change
 */
export function judgeSubmission(sheet: SheetIdentity, xmlDigest: string, held: readonly HeldVersion[]): Verdict {
  const foreign = ownershipReasons(sheet, held);
  if (foreign.length > 0) return { verdict: 'reject', reasons: foreign };
  const year = held.filter((each) => each.recordId === sheet.recordId && each.schoolYear === sheet.schoolYear);
  const same = year.find((each) => each.version === sheet.version);
  if (same) return same.xmlDigest === xmlDigest ? { verdict: 'held' } : reject(otherContent(sheet));
  const inForce = year.find((each) => ['locked', 'recallRequested'].includes(each.state));
  if (inForce) return reject(locked(inForce.version));
  const newest = Math.max(0, ...year.map((each) => each.version));
  if (sheet.version < newest) return reject(tooOld(sheet, newest));
  const replaces = year.filter((each) => each.state === 'received').map((each) => each.version);
  return { verdict: 'take', replaces };
}

function ownershipReasons(sheet: SheetIdentity, held: readonly HeldVersion[]): RejectionReason[] {
  const sameRecord = held.filter((each) => each.recordId === sheet.recordId);
  const reasons: RejectionReason[] = [];
  if (sameRecord.some((each) => each.schoolId !== sheet.schoolId && each.schoolYear === sheet.schoolYear)) {
    reasons.push({
      code: 'record-of-another-school',
      sentence: `Mã định danh học bạ ${sheet.recordId} của năm học ${sheet.schoolYear} đã do trường khác nộp. Hãy kiểm tra học sinh chuyển trường.`,
    });
  }
  const codeTaken = held.some((each) => each.lookupCode === sheet.lookupCode && each.recordId !== sheet.recordId);
  const codeChanged = sameRecord.some((each) => each.lookupCode !== sheet.lookupCode);
  if (codeTaken || codeChanged) {
    reasons.push({
      code: 'lookup-code-taken',
      sentence: 'Mã tra cứu trên học bạ không phải mã đã ghi nhận cho học bạ này. Hãy báo đơn vị cung cấp phần mềm.',
    });
  }
  return reasons;
}

function reject(reason: RejectionReason): Verdict {
  return { verdict: 'reject', reasons: [reason] };
}

function otherContent(sheet: SheetIdentity): RejectionReason {
  return {
    code: 'version-held-differs',
    sentence: `Cơ sở dữ liệu đã có phiên bản ${sheet.version} với nội dung khác. Muốn thay, trường phải rút học bạ và phát hành phiên bản sau.`,
  };
}

function locked(version: number): RejectionReason {
  return {
    code: 'record-locked',
    sentence: `Phiên bản ${version} đã chốt và có hiệu lực nên không nhận bản thay thế. Chỉ có thể đề nghị thu hồi với cơ quan quản lý.`,
  };
}

function tooOld(sheet: SheetIdentity, newest: number): RejectionReason {
  return {
    code: 'version-too-old',
    sentence: `Cơ sở dữ liệu đã có phiên bản ${newest}, mới hơn phiên bản ${sheet.version} vừa nộp.`,
  };
}

/** Nộp muộn: accepted, and marked. `day` in Vietnam; a deadline is “before” its day. */
export function isLate(
  deadlines: readonly Deadline[],
  of: { schoolYear: string; step: Deadline['step']; cohort: Cohort; grade: number; day: string },
): boolean {
  const deadline = findDeadline(deadlines, of);
  return deadline !== undefined && of.day >= deadline.before;
}

/** The deadline that singles the grade out, or the general one. */
export function findDeadline(
  deadlines: readonly Deadline[],
  of: { schoolYear: string; step: Deadline['step']; cohort: Cohort; grade: number },
): Deadline | undefined {
  const fitting = deadlines.filter(
    (each) => each.schoolYear === of.schoolYear && each.step === of.step && each.cohort === of.cohort,
  );
  return fitting.find((each) => each.grades?.includes(of.grade)) ?? fitting.find((each) => each.grades === undefined);
}
