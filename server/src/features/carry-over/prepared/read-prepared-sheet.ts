import { assembleRecordXml, profileOf, readYearSheet, required, writeYearSheet, type YearSheet } from '@hocba/record';
import { checkAgainstRules } from '@hocba/rules';
import { parseXml, SignatureError } from '@hocba/signature';
import type { Problem } from '../../../platform/app-error.ts';
import { type Profile, signatureProfileFor } from '../../../profile.ts';

/** One file as handed in: an unsigned record in the published format. */
export interface PreparedFile {
  readonly name: string;
  readonly xml: string;
}

export interface PreparedFor {
  readonly schoolId: string;
  readonly schoolYear: string;
  readonly profile: Profile;
}

export type ReadPrepared = { readonly sheet: YearSheet } | { readonly problems: readonly Problem[] };

/** The sheet, or everything that keeps it from being frozen. Pure. */
export function readPreparedSheet(file: PreparedFile, { schoolId, schoolYear, profile }: PreparedFor): ReadPrepared {
  const read = readFile(file);
  if ('problems' in read) return read;
  const { sheet } = read;
  const where = `${file.name}: ${sheet.student.fullName}`;
  const problem = (code: string, sentence: string): Problem => ({ code, where, sentence });
  const problems: Problem[] = [
    ...(sheet.school.schoolId === schoolId ? [] : [problem('school-differs', 'Học bạ này của trường khác.')]),
    ...(sheet.schoolYear === schoolYear
      ? []
      : [problem('year-differs', `Học bạ này của năm học ${sheet.schoolYear}, không phải ${schoolYear}.`)]),
    ...(file.xml === assembleRecordXml(writeYearSheet(sheet), [])
      ? []
      : [problem('not-canonical', 'Tệp có chữ ký, hoặc viết khác dạng chuẩn. Hãy xuất lại tệp chưa ký.')]),
    ...signatoryProblems(sheet, profile).map((sentence) => problem('signatories-differ', sentence)),
    ...checkAgainstRules(sheet)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, sentence }) => problem(code, sentence)),
  ];
  return problems.length === 0 ? read : { problems };
}

function readFile({ name, xml }: PreparedFile): ReadPrepared {
  try {
    const read = readYearSheet(parseXml(new TextEncoder().encode(xml)).root);
    if ('sheet' in read) return read;
    return {
      problems: read.problems.map(({ code, path, sentence }) => ({ code, where: `${name}: ${path}`, sentence })),
    };
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    const sentence = 'Tệp không phải XML đúng dạng. Hãy xuất lại tệp từ phần mềm quản lý trường.';
    return { problems: [{ code: error.code, where: name, sentence }] };
  }
}

/** Those the profile asks for on the day the sheet names, and nobody else, in order. */
function signatoryProblems(sheet: YearSheet, profile: Profile): string[] {
  const asked = signatureProfileFor(profile, sheet.schoolLevel, sheet.carriedOverOn);
  if (profileOf(sheet) !== asked) return [`Người ký nêu trong tệp không theo cấu hình “${asked}” của hệ thống này.`];
  const expected = required(asked, sheet).join();
  const given = sheet.signatories.map(({ slot }) => slot).join();
  return given === expected ? [] : ['Danh sách người ký trong tệp thiếu, thừa hoặc sai thứ tự.'];
}
