import { contentDigestInput, RecordError, type YearSheet } from '@hocba/record';
import { AppError, type Problem } from '../../platform/app-error.ts';
import { textProblem } from '../../platform/text-problem.ts';

/**
 * Refuses to freeze what could not be written or printed once everybody has signed it.
 * @throws AppError 409 naming every pupil concerned and what is wrong.
 */
export function requireWritable(sheets: readonly YearSheet[]): void {
  const problems = sheets.flatMap(problemsOf);
  if (problems.length === 0) return;
  throw new AppError({
    code: 'content-not-writable',
    status: 409,
    problems,
    sentence: `Chưa kết chuyển được: ${problems.length} chỗ có nội dung không ghi hoặc không in được vào học bạ. Hãy sửa các mục dưới đây rồi kết chuyển lại.`,
  });
}

function problemsOf(sheet: YearSheet): Problem[] {
  const where = sheet.student.fullName;
  const unprintable = [...new Set(textsOf(sheet))].flatMap((text) => {
    const sentence = textProblem(text);
    return sentence === null ? [] : [{ code: 'character-invalid', where, sentence: `“${start(text)}” ${sentence}` }];
  });
  if (unprintable.length > 0) return unprintable;
  try {
    contentDigestInput(sheet);
    return [];
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const sentence = `Nội dung không ghi được vào học bạ số (${error.message}). Hãy kiểm tra lại dữ liệu của em.`;
    return [{ code: 'content-not-writable', where, sentence }];
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function start(text: string): string {
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
