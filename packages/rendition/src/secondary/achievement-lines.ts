import {
  type CompetitionResult,
  commendationForms,
  competitionLevels,
  competitionPrizes,
  formatPartialDate,
  labelOf,
  type Qualification,
  qualificationKinds,
  type SecondaryCommendationEntry,
  type SecondaryYearConclusion,
} from '@hocba/record';
import { type FieldView, field } from '../form/view.ts';

/** Chứng chỉ, kết quả tham gia các cuộc thi, khen thưởng: a line each, printed also when there is none. */
export function achievementLines(conclusion: SecondaryYearConclusion): FieldView[][] {
  const { qualifications, competitions, commendations } = conclusion;
  return [
    ...(qualifications.length === 0 ? [qualificationLine('', '')] : qualifications.map(qualificationFields)),
    [field('Kết quả tham gia các cuộc thi (nếu có)', competitions.map(competitionText).join('; '))],
    [field('Khen thưởng (nếu có)', commendations.map(commendationText).join('; '))],
  ];
}

function qualificationFields({ kind, title, grading, issuer, issuedOn }: Qualification): FieldView[] {
  const details = [title, issuer ?? '', issuedOn === null ? '' : `ngày ${formatPartialDate(issuedOn)}`];
  const kindLabel = labelOf(qualificationKinds, kind);
  return qualificationLine(`${kindLabel}: ${details.filter(Boolean).join(', ')}`, grading ?? '');
}

function qualificationLine(value: string, grading: string): FieldView[] {
  return [field('Chứng chỉ (nếu có)', value, { share: 2.6 }), field('Loại', grading)];
}

function competitionText({ name, level, prize, heldOn }: CompetitionResult): string {
  const at = heldOn === null ? '' : `, ngày ${formatPartialDate(heldOn)}`;
  return `${name} (${labelOf(competitionLevels, level)}${at}): ${labelOf(competitionPrizes, prize)}`;
}

/** A title says by itself what it is. */
function commendationText({ form, text }: SecondaryCommendationEntry): string {
  if (form === 'yearTitle') return text;
  const label = labelOf(commendationForms, form);
  return text.startsWith(label) ? text : `${label}: ${text}`;
}
