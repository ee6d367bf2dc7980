import {
  type CoreCompetence,
  type CoreQuality,
  coreCompetences,
  coreQualities,
  labelOf,
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

const subjectLabel = (id: PrimarySubject): string => labelOf(primarySubjects, id);
export const subjectLevelLabel = (id: SubjectLevel): string => labelOf(subjectLevels, id);
export const qualityLevelLabel = (id: QualityLevel): string => labelOf(qualityLevels, id);
export const educationResultLabel = (id: PrimaryEducationResult): string => labelOf(primaryEducationResults, id);

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
  label: labelOf(coreQualities, name),
});
export const competenceOf = (name: CoreCompetence): Datum => ({
  kind: 'competence',
  of: name,
  label: labelOf(coreCompetences, name),
});
export const promotionDecision: Datum = { kind: 'decision', of: 'promotion', label: 'Quyết định của hiệu trưởng' };
export const educationResult: Datum = { kind: 'result', of: 'educationResult', label: 'Kết quả giáo dục' };
