import type { PartialDate } from './partial-date.ts';
import { formerProvinces } from './terms/former-province.ts';
import type { Gender } from './terms/gender.ts';
import type { PersonalIdStatus } from './terms/personal-id-status.ts';

export interface PersonalIdBearer {
  readonly personalId: string;
  readonly personalIdStatus: PersonalIdStatus;
  readonly gender: Gender;
  readonly birthDate: PartialDate;
}

export interface PersonalIdWarning {
  readonly code: 'not-twelve-digits' | 'unknown-place' | 'gender-differs' | 'century-differs' | 'year-differs';
  /** Vietnamese, whole sentence, for the person who can look at the papers. */
  readonly sentence: string;
}

/**
 * Số định danh cá nhân: whether it fits gender and birth date. Only ever warnings: real registers hold errors, and
 * the number has no check digit. A temporary code is not looked at.
 * @law NĐ88/2026 Đ9 (mã số hồ sơ học tập suốt đời = số định danh cá nhân)
 */
export function checkPersonalId(bearer: PersonalIdBearer): readonly PersonalIdWarning[] {
  if (bearer.personalIdStatus === 'temporary') return [];
  const match = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(bearer.personalId);
  if (!match) return [{ code: 'not-twelve-digits', sentence: 'Số định danh cá nhân phải gồm đúng 12 chữ số.' }];
  const [, place = '', centuryAndGender = '', year = ''] = match;
  return [
    ...placeWarnings(place),
    ...genderWarnings(Number(centuryAndGender), bearer.gender),
    ...birthWarnings({ century: 19 + Math.floor(Number(centuryAndGender) / 2), year }, bearer.birthDate),
  ];
}

/** Codes up to 099 are of provinces, as they were when the birth was registered; above are countries. */
function placeWarnings(place: string): PersonalIdWarning[] {
  const known = formerProvinces.some(({ code }) => `0${code}` === place);
  if (known || place >= '100') return [];
  const sentence = `Ba chữ số đầu của số định danh (nơi đăng ký khai sinh) là ${place}, không phải mã của tỉnh nào.`;
  return [{ code: 'unknown-place', sentence }];
}

function genderWarnings(digit: number, gender: Gender): PersonalIdWarning[] {
  if (gender === 'unknown' || (digit % 2 === 0) === (gender === 'male')) return [];
  return [{ code: 'gender-differs', sentence: 'Chữ số thứ tư của số định danh không khớp giới tính đã ghi.' }];
}

function birthWarnings(
  id: { readonly century: number; readonly year: string },
  birthDate: PartialDate,
): PersonalIdWarning[] {
  if (Number(birthDate.slice(0, 2)) !== id.century) {
    return [{ code: 'century-differs', sentence: 'Chữ số thứ tư của số định danh không khớp thế kỉ sinh.' }];
  }
  if (birthDate.slice(2, 4) === id.year) return [];
  return [{ code: 'year-differs', sentence: 'Chữ số thứ năm, thứ sáu của số định danh không khớp năm sinh.' }];
}
