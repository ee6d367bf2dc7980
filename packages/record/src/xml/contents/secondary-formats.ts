import { lowerSecondaryForm, upperSecondaryForm } from '../../secondary-form.ts';
import type { SecondaryYearSheet } from '../../secondary-record.ts';
import { schoolLevels } from '../../terms/school-level.ts';
import { type SecondarySubject, secondarySubjects } from '../../terms/secondary-subject.ts';
import { termOf } from '../../terms/term.ts';
import { sequence, value } from '../content.ts';
import { type LevelFormat, levelFormat } from '../level-format.ts';
import { rootNames } from '../names/frame-names.ts';
import { generalNames } from '../names/identity-names.ts';
import { secondarySheetNames } from '../names/secondary-names.ts';
import * as form from '../value-forms.ts';
import { generalFields, schooling, secondaryStudent } from './identity-contents.ts';
import { secondaryConclusion } from './secondary-conclusion.ts';
import { secondaryRow } from './secondary-row.ts';

type SecondarySchoolLevel = SecondaryYearSheet['schoolLevel'];
type Remarks = Pick<SecondaryYearSheet, 'conclusion'>;
type General = Omit<SecondaryYearSheet, keyof Remarks | 'subjects'>;

interface LevelFacts {
  readonly circular: SecondaryYearSheet['circular'];
  readonly grades: readonly SecondaryYearSheet['grade'][];
  /** Subjects that have a row in the form. */
  readonly rows: readonly SecondarySubject[];
  readonly mostRows: number;
}

const levels: Readonly<Record<SecondarySchoolLevel, LevelFacts>> = {
  lowerSecondary: {
    circular: 'TT22/2021',
    grades: [6, 7, 8, 9],
    rows: lowerSecondaryForm,
    mostRows: lowerSecondaryForm.length,
  },
  upperSecondary: {
    circular: 'TT22/2021',
    grades: [10, 11, 12],
    rows: upperSecondaryForm,
    mostRows: upperSecondaryForm.length,
  },
  continuingEducation: {
    circular: 'TT43/2021',
    grades: [6, 7, 8, 9, 10, 11, 12],
    rows: secondarySubjects.map(({ id }) => id),
    mostRows: upperSecondaryForm.length,
  },
};

const { recordId, lookupCode, version, schoolYear, signatories, ...classAndSchool } = generalFields;

function secondaryFormat(schoolLevel: SecondarySchoolLevel): LevelFormat<SecondaryYearSheet> {
  const { circular, grades, rows, mostRows } = levels[schoolLevel];
  const general = sequence<General>(generalNames, {
    schoolLevel: value(form.term([{ ...termOf(schoolLevels, schoolLevel), id: schoolLevel }])),
    circular: value(form.fixed(circular)),
    recordId,
    lookupCode,
    version,
    schoolYear,
    grade: value(form.oneOf(grades)),
    ...classAndSchool,
    student: secondaryStudent,
    schooling,
    signatories,
  });
  const remarks = sequence<Remarks>(secondarySheetNames, { conclusion: secondaryConclusion });
  const format = levelFormat({
    root: rootNames[schoolLevel],
    general,
    subjectRow: secondaryRow(rows),
    mostRows,
    remarks,
  });
  // Level, circular and grade fit one another: this format reads no others.
  return { ...format, read: (elements, report) => format.read(elements, report) as SecondaryYearSheet | undefined };
}

/** Học bạ THCS, THPT, GDTX. @law TT22/2021 PL, TT43/2021 PL */
export const secondaryFormats: Readonly<Record<SecondarySchoolLevel, LevelFormat<SecondaryYearSheet>>> = {
  lowerSecondary: secondaryFormat('lowerSecondary'),
  upperSecondary: secondaryFormat('upperSecondary'),
  continuingEducation: secondaryFormat('continuingEducation'),
};
