import type { PartialDate, StudentProfile } from '@hocba/record';

export interface PersonalIdHolder {
  readonly gender: StudentProfile['gender'];
  readonly birthDate: PartialDate;
}

/** What in a số định danh cá nhân does not agree with its holder: real registers hold such errors, so these are never more than warnings. @law NĐ137/2015 Đ7 */
export function personalIdMismatches(personalId: string, { gender, birthDate }: PersonalIdHolder): string[] {
  const year = Number(birthDate.slice(0, 4));
  const sexAndCentury = Number(personalId.charAt(3));
  const mismatches: string[] = [];
  if (gender !== 'unknown' && sexAndCentury % 2 !== (gender === 'male' ? 0 : 1)) mismatches.push('giới tính');
  const statedYear = 1900 + Math.floor(sexAndCentury / 2) * 100 + Number(personalId.slice(4, 6));
  if (statedYear !== year) mismatches.push('năm sinh');
  return mismatches;
}
