import type {
  PrimarySubjectResult,
  PrimaryYearConclusion,
  PrimaryYearSheet,
  QualitiesAndCompetences,
  RatedRow,
  SupplementaryResult,
} from '../../primary-record.ts';
import { coreCompetences } from '../../terms/core-competence.ts';
import { coreQualities } from '../../terms/core-quality.ts';
import { primaryEducationResults } from '../../terms/primary-education-result.ts';
import { primarySubjects } from '../../terms/primary-subject.ts';
import { qualityLevels } from '../../terms/quality-level.ts';
import { schoolLevels } from '../../terms/school-level.ts';
import { subjectLevels } from '../../terms/subject-level.ts';
import type { Term } from '../../terms/term.ts';
import { list, omittable, optional, sequence, value } from '../content.ts';
import { type LevelFormat, levelFormat } from '../level-format.ts';
import { frameNames, rootNames } from '../names/frame-names.ts';
import * as names from '../names/primary-names.ts';
import * as form from '../value-forms.ts';
import { generalFields, schooling, student } from './identity-contents.ts';

type Remarks = Pick<
  PrimaryYearSheet,
  'heightTenths' | 'weightTenths' | 'absentWithLeave' | 'absentWithoutLeave' | 'qualitiesAndCompetences' | 'conclusion'
>;
type General = Omit<PrimaryYearSheet, keyof Remarks | 'subjects'>;

const flag = value(form.flag);
const daysAbsent = value(form.wholeNumber(0, 366));

const { recordId, lookupCode, version, schoolYear, signatories, ...classAndSchool } = generalFields;

/** `ThongTin` (`tt`): who, where, when, and whose signatures are called for. Covered by every signature. */
const general = sequence<General>(names.primarySheetNames, {
  schoolLevel: value(form.term(schoolLevels.filter((level) => level.id === 'primary'))),
  circular: value(form.fixed('TT27/2020')),
  recordId,
  lookupCode,
  version,
  schoolYear,
  grade: value(form.oneOf([1, 2, 3, 4, 5])),
  ...classAndSchool,
  student,
  schooling: omittable(schooling),
  signatories,
});

/** One `MonHoc` (`mh-N`): what its teacher answers for. */
const subjectRow = sequence<PrimarySubjectResult>(names.primaryRowNames, {
  subject: value(form.term(primarySubjects)),
  level: optional(value(form.term(subjectLevels))),
  score: optional(value(form.score)),
  comment: value(form.prose),
  supplementary: optional(
    sequence<SupplementaryResult>(names.primaryRowNames, {
      level: optional(value(form.term(subjectLevels))),
      score: optional(value(form.score)),
    }),
  ),
  responsible: optional(value(form.slot)),
});

function ratedRows<Name extends string>(terms: readonly Term<Name>[]) {
  const row = sequence<RatedRow<Name>>(names.ratedRowNames, {
    name: value(form.term(terms)),
    level: optional(value(form.term(qualityLevels))),
    supplementary: optional(value(form.term(qualityLevels))),
  });
  return list(frameNames.ratedRow, row, { most: terms.length });
}

const qualitiesAndCompetences = sequence<QualitiesAndCompetences>(names.qualityNames, {
  qualities: ratedRows(coreQualities),
  qualitiesComment: value(form.prose),
  generalCompetences: ratedRows(coreCompetences),
  generalCompetencesComment: value(form.prose),
  specificCompetences: ratedRows(coreCompetences),
  specificCompetencesComment: value(form.prose),
});

const conclusion = sequence<PrimaryYearConclusion>(names.primaryConclusionNames, {
  educationResult: optional(value(form.term(primaryEducationResults))),
  firstEducationResult: optional(value(form.term(primaryEducationResults))),
  gradeCompleted: flag,
  promoted: flag,
  primaryCompleted: flag,
  commendations: list(frameNames.commendation, value(form.line), { most: 50 }),
});

/** `NhanXet` (`nx`): what the homeroom teacher answers for. */
const remarks = sequence<Remarks>(names.primarySheetNames, {
  heightTenths: optional(value(form.tenths(3000))),
  weightTenths: optional(value(form.tenths(3000))),
  absentWithLeave: daysAbsent,
  absentWithoutLeave: daysAbsent,
  qualitiesAndCompetences,
  conclusion,
});

/** Học bạ tiểu học. @law TT27/2020 PL */
export const primaryFormat: LevelFormat<PrimaryYearSheet> = levelFormat({
  root: rootNames.primary,
  general,
  subjectRow,
  mostRows: primarySubjects.length,
  remarks,
});
