const HEX32 = /^[0-9a-f]{32}$/;
const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;

/** Something about an identifier that someone should look at; never a reason to refuse it: registers hold errors. */
export interface IdentifierWarning {
  readonly code: 'lost-zero' | 'not-ten-digits' | 'not-eight-digits' | 'too-long';
  /** Vietnamese, whole sentence. */
  readonly sentence: string;
}

/** Mã tra cứu: 32 lower-case hex digits. */
export function isLookupCode(text: string): boolean {
  return HEX32.test(text);
}

/** Mã định danh học bạ: 32 lower-case hex digits. */
export function isRecordId(text: string): boolean {
  return HEX32.test(text);
}

/** Reads a mã tra cứu as people type and print it: upper case, with the hyphens of a UUID, with blanks; else undefined. */
export function parseLookupCode(text: string): string | undefined {
  const code = text.replaceAll(/\s/gu, '').toLowerCase();
  const [, ...groups] = UUID.exec(code) ?? [];
  if (groups.length > 0) return groups.join('');
  return isLookupCode(code) ? code : undefined;
}

/** Mã học sinh of the sector database: ten digits, the first often 0, which spreadsheets lose. */
export function checkStudentId(studentId: string): readonly IdentifierWarning[] {
  if (/^\d{10}$/.test(studentId)) return [];
  if (/^\d{8,9}$/.test(studentId)) {
    const sentence = `Mã học sinh “${studentId}” có ${studentId.length} chữ số, phải có 10: có thể đã mất số 0 ở đầu.`;
    return [{ code: 'lost-zero', sentence }];
  }
  return [{ code: 'not-ten-digits', sentence: `Mã học sinh “${studentId}” không phải 10 chữ số.` }];
}

/** Mã trường: commonly eight digits beginning with the former province's code; at most 20 characters elsewhere. */
export function checkSchoolId(schoolId: string): readonly IdentifierWarning[] {
  if (schoolId.length > 20) {
    return [
      { code: 'too-long', sentence: `Mã trường “${schoolId}” dài hơn 20 ký tự, cơ sở dữ liệu ngành không nhận.` },
    ];
  }
  if (/^\d{8}$/.test(schoolId)) return [];
  if (/^\d{7}$/.test(schoolId)) {
    return [{ code: 'lost-zero', sentence: `Mã trường “${schoolId}” có 7 chữ số: có thể đã mất số 0 ở đầu.` }];
  }
  return [{ code: 'not-eight-digits', sentence: `Mã trường “${schoolId}” không phải 8 chữ số như thường lệ.` }];
}
