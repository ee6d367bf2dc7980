import {
  type CoreCompetence,
  type CoreQuality,
  coreCompetences,
  coreQualities,
  type PrimaryEducationResult,
  type PrimarySubject,
  primaryEducationResults,
  primarySubjects,
  type QualityLevel,
  qualityLevels,
  type SubjectLevel,
  subjectLevels,
} from '@hocba/record';
import type { Datum } from '../reason.ts';

function labelIn<Id extends string>(terms: readonly { readonly id: Id; readonly label: string }[], id: Id): string {
  return terms.find((term) => term.id === id)?.label ?? id;
}

export const subjectLabel = (id: PrimarySubject): string => labelIn(primarySubjects, id);
export const subjectLevelLabel = (id: SubjectLevel): string => labelIn(subjectLevels, id);
export const qualityLevelLabel = (id: QualityLevel): string => labelIn(qualityLevels, id);
export const educationResultLabel = (id: PrimaryEducationResult): string => labelIn(primaryEducationResults, id);

/** Tenths as a reader writes them: 80 → "8", 85 → "8,5", −10 → "-1". */
export const tenthsLabel = (tenths: number): string => String(tenths / 10).replace('.', ',');

export const levelOf = (subject: PrimarySubject): Datum => ({
  kind: 'subjectLevel',
  of: subject,
  label: subjectLabel(subject),
});
export const scoreOf = (subject: PrimarySubject): Datum => ({
  kind: 'score',
  of: subject,
  label: subjectLabel(subject),
});
export const commentOf = (subject: PrimarySubject): Datum => ({
  kind: 'comment',
  of: subject,
  label: subjectLabel(subject),
});
export const qualityOf = (name: CoreQuality): Datum => ({
  kind: 'quality',
  of: name,
  label: labelIn(coreQualities, name),
});
export const competenceOf = (name: CoreCompetence): Datum => ({
  kind: 'competence',
  of: name,
  label: labelIn(coreCompetences, name),
});
export const promotionDecision: Datum = { kind: 'decision', of: 'promotion', label: 'Quyết định của hiệu trưởng' };
export const educationResult: Datum = { kind: 'result', of: 'educationResult', label: 'Kết quả giáo dục' };
