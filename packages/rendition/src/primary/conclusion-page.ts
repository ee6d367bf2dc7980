import {
  coreCompetences,
  coreQualities,
  formatDateInWords,
  formatSchoolYear,
  labelOf,
  type PrimaryYearConclusion,
  type PrimaryYearSheet,
  primaryEducationResults,
  qualityLevels,
  type RatedRow,
  type Term,
} from '@hocba/record';
import { type CommentView, commentView } from '../form/comment.ts';
import { type RenderedSignature, type SignaturePlaceView, signaturePlace } from '../form/rendered-signature.ts';
import { schoolNameAfterLabel } from '../form/school-name.ts';
import { headPlace, homeroomTeacherPlace } from '../form/signature-places.ts';
import { letterOf } from '../form/term-letter.ts';
import { type FieldView, field } from '../form/view.ts';
import { completionText } from './completion-text.ts';
import { supplementaryNote } from './supplementary-note.ts';

/** Trang 2 của năm học: mục 2 đến mục 6 và chỗ ký. */
export interface ConclusionPageView {
  readonly head: readonly (readonly FieldView[])[];
  readonly qualities: RatedBlockView;
  readonly generalCompetences: RatedBlockView;
  readonly specificCompetences: RatedBlockView;
  readonly note: string;
  readonly statements: readonly { readonly title: string; readonly value: string }[];
  readonly placeAndDate: string;
  readonly principal: SignaturePlaceView;
  readonly homeroomTeacher: SignaturePlaceView;
}

interface RatedBlockView {
  readonly rows: readonly { readonly label: string; readonly level: string; readonly supplementary: string }[];
  readonly comment: CommentView;
}

const GENERAL = coreCompetences.slice(0, 3);
const SPECIFIC = coreCompetences.slice(3);

export function conclusionPageView(
  sheet: PrimaryYearSheet,
  signatures: readonly RenderedSignature[],
): ConclusionPageView {
  const rated = sheet.qualitiesAndCompetences;
  const signed = { signatories: sheet.signatories, signatures };
  return {
    head: [
      [
        field('Trường', schoolNameAfterLabel(sheet.school.name), { share: 2 }),
        field('Năm học', formatSchoolYear(sheet.schoolYear)),
      ],
    ],
    qualities: ratedBlock(coreQualities, rated.qualities, rated.qualitiesComment),
    generalCompetences: ratedBlock(GENERAL, rated.generalCompetences, rated.generalCompetencesComment),
    specificCompetences: ratedBlock(SPECIFIC, rated.specificCompetences, rated.specificCompetencesComment),
    note: ratedAgain(rated) ? supplementaryNote : '',
    statements: statements(sheet),
    placeAndDate: `${sheet.placeOfIssue}, ${formatDateInWords(sheet.carriedOverOn)}`,
    principal: signaturePlace(signed, headPlace('Xác nhận của Hiệu trưởng', 'Hiệu trưởng')),
    homeroomTeacher: signaturePlace(signed, homeroomTeacherPlace('Giáo viên chủ nhiệm')),
  };
}

function ratedBlock<Name extends string>(
  terms: readonly Term<Name>[],
  rated: readonly RatedRow<Name>[],
  comment: string,
): RatedBlockView {
  const rows = terms.map(({ id, label }) => {
    const row = rated.find(({ name }) => name === id);
    return {
      label,
      level: letterOf(qualityLevels, row?.level),
      supplementary: letterOf(qualityLevels, row?.supplementary),
    };
  });
  return { rows, comment: commentView(comment) };
}

function ratedAgain(rated: PrimaryYearSheet['qualitiesAndCompetences']): boolean {
  const rows = [...rated.qualities, ...rated.generalCompetences, ...rated.specificCompetences];
  return rows.some(({ supplementary }) => supplementary !== null);
}

function statements({ conclusion, grade }: PrimaryYearSheet): { title: string; value: string }[] {
  return [
    { title: '4. Đánh giá kết quả giáo dục', value: educationResultText(conclusion) },
    { title: '5. Khen thưởng', value: conclusion.commendations.join('; ') },
    { title: '6. Hoàn thành chương trình lớp học/ chương trình tiểu học', value: completionText(conclusion, grade) },
  ];
}

function educationResultText({ educationResult, firstEducationResult }: PrimaryYearConclusion): string {
  if (educationResult === null) return '';
  const label = labelOf(primaryEducationResults, educationResult);
  if (firstEducationResult === null || firstEducationResult === educationResult) return label;
  const first = labelOf(primaryEducationResults, firstEducationResult);
  return `${label} (sau đánh giá bổ sung; kết quả trước đánh giá bổ sung: ${first})`;
}
