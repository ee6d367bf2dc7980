import {
  formatDateInWords,
  labelOf,
  promotionManners,
  type SecondaryYearSheet,
  secondaryLevels,
  type YearLevels,
} from '@hocba/record';
import { type RenderedSignature, type SignaturePlaceView, signaturePlace } from '../form/rendered-signature.ts';
import { schoolNameAfterLabel } from '../form/school-name.ts';
import { headPlace, homeroomTeacherPlace } from '../form/signature-places.ts';
import { type FieldView, field } from '../form/view.ts';
import { achievementLines } from './achievement-lines.ts';
import { yearFields } from './marks-page.ts';
import type { FormWords, SecondaryForm } from './secondary-form.ts';

/** Trang 2 của năm học: kết quả rèn luyện, học tập, được lên lớp, nhận xét và phê duyệt. */
export interface ConclusionPageView {
  readonly head: readonly (readonly FieldView[])[];
  readonly levels: readonly LevelRowView[];
  readonly absences: AbsencesView;
  readonly afterSummer: { readonly conduct: string; readonly academic: string };
  /** The form's three phrases, and the one that holds. */
  readonly promotionPhrases: readonly string[];
  readonly promotion: string;
  readonly statements: readonly (readonly FieldView[])[];
  readonly homeroomComment: string;
  readonly summerComment: string;
  readonly homeroomTeacher: SignaturePlaceView;
  readonly placeAndDate: string;
  readonly principal: SignaturePlaceView;
}

interface LevelRowView {
  readonly term: string;
  readonly conduct: string;
  readonly academic: string;
}

interface AbsencesView {
  readonly total: string;
  readonly detail: string;
}

export function conclusionPageView(
  sheet: SecondaryYearSheet,
  form: SecondaryForm,
  signatures: readonly RenderedSignature[],
): ConclusionPageView {
  const { conclusion } = sheet;
  const signed = { signatories: sheet.signatories, signatures };
  const { head } = form.words;
  return {
    head: [schoolFields(sheet, form.words), yearFields(sheet)],
    levels: levelRows(conclusion.conduct, conclusion.academic),
    absences: absences(conclusion.absentHalfDays),
    afterSummer: {
      conduct: levelText(conclusion.conduct.afterSummer),
      academic: levelText(conclusion.academic.afterSummer),
    },
    promotionPhrases: promotionManners.map(({ label }) => label),
    promotion: labelOf(promotionManners, conclusion.promotion),
    statements: [...completionLines(sheet, form), ...achievementLines(conclusion)],
    homeroomComment: conclusion.homeroomComment,
    summerComment: conclusion.summerComment ?? '',
    homeroomTeacher: signaturePlace(signed, homeroomTeacherPlace('Nhận xét của giáo viên chủ nhiệm')),
    placeAndDate: `${sheet.placeOfIssue}, ${formatDateInWords(sheet.carriedOverOn)}`,
    principal: signaturePlace(signed, headPlace(`Phê duyệt của ${head}`, head)),
  };
}

function schoolFields({ school }: SecondaryYearSheet, words: FormWords): FieldView[] {
  return [
    field(words.school, schoolNameAfterLabel(school.name, words.school)),
    field('Xã, tỉnh', [school.communeName, school.provinceName].filter(Boolean).join(', '), { share: 1.1 }),
  ];
}

function levelRows(conduct: YearLevels, academic: YearLevels): LevelRowView[] {
  const terms = [
    ['I', 'first'],
    ['II', 'second'],
    ['Cả năm', 'year'],
  ] as const;
  return terms.map(([term, key]) => ({ term, conduct: levelText(conduct[key]), academic: levelText(academic[key]) }));
}

function levelText(level: YearLevels['year']): string {
  return level === null ? '' : labelOf(secondaryLevels, level);
}

/** With and without leave both count. @law TT22/2021 Đ12.1 */
function absences({ withLeave, withoutLeave }: { withLeave: number; withoutLeave: number }): AbsencesView {
  return { total: String(withLeave + withoutLeave), detail: `có phép: ${withLeave}; không phép: ${withoutLeave}` };
}

/** What the paper form has no line for, and the law has the head confirm in the record. @law Luật 123/2025/QH15 */
function completionLines({ grade, conclusion }: SecondaryYearSheet, form: SecondaryForm): FieldView[][] {
  const completed = conclusion.levelCompleted ? 'Đã hoàn thành' : 'Chưa hoàn thành';
  const { principalReason } = conclusion;
  return [
    ...(grade === form.lastGrade
      ? [[field(`Hoàn thành chương trình ${form.programme}`, completed, { strong: true })]]
      : []),
    ...(principalReason === null ? [] : [[field(`Quyết định của ${form.words.head}`, principalReason)]]),
  ];
}
