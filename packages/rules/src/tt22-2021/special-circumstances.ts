import type { PromotionManner } from '@hocba/record';
import { type Decision, listInWords, reason } from '../reason.ts';
import { averageDatum } from './academic-facts.ts';
import type { SecondaryYearInput } from './secondary-year-input.ts';
import type { AcademicOutcome, SecondaryYearOutcome } from './secondary-year-outcome.ts';

const law = 'TT22/2021 Đ12.4';

/** A pupil with a disability, some subjects not assessed: no level is computed, the principal decides. @law TT22/2021 Đ11, Đ12.4 */
export function byPrincipal(input: SecondaryYearInput): Decided & { readonly year: AcademicOutcome } {
  const promoted = principalPromotion(input);
  const spared = input.subjects.filter(({ exempted }) => exempted === true).map(({ subject }) => averageDatum(subject));
  const names = listInWords(spared.map(({ label }) => label));
  const sentence = `Không tính mức học tập vì theo kế hoạch giáo dục cá nhân không đánh giá ${names}`;
  const year = { level: null, base: null, reasons: [reason('TT22/2021 Đ11', sentence)] };
  return { promoted, levelCompleted: levelCompletion(input, promoted), year };
}

type Decided = Pick<SecondaryYearOutcome, 'promoted' | 'levelCompleted'>;

export function principalPromotion({ principalDecision }: SecondaryYearInput): SecondaryYearOutcome['promoted'] {
  if (principalDecision === null) {
    const sentence =
      'Theo kế hoạch giáo dục cá nhân có môn học không được đánh giá nên không tính mức học tập: chờ hiệu trưởng quyết định';
    return { holds: null, manner: null, reasons: [reason(law, sentence)] };
  }
  const holds = principalDecision.promoted;
  const manner: PromotionManner = holds ? 'promoted' : 'retained';
  const sentence = `${holds ? 'Được' : 'Không được'} lên lớp theo quyết định của hiệu trưởng: ${principalDecision.writtenReason}`;
  return { holds, manner, reasons: [reason(law, sentence)] };
}

/** Hoàn thành chương trình THCS, THPT: promotion out of the last grade. @law TT22/2021 Đ12.1 */
export function levelCompletion({ grade }: SecondaryYearInput, promoted: Decision): Decision {
  if (grade !== 9 && grade !== 12) return { holds: false, reasons: [] };
  const level = grade === 9 ? 'trung học cơ sở' : 'trung học phổ thông';
  if (promoted.holds === null) return { holds: null, reasons: [] };
  const sentence = promoted.holds
    ? `Được công nhận hoàn thành chương trình ${level}`
    : `Chưa được công nhận hoàn thành chương trình ${level}`;
  return { holds: promoted.holds, reasons: [reason('TT22/2021 Đ12.1', sentence)] };
}
