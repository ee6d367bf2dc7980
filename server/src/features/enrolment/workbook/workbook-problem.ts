import type { ImportedSchool } from './imported-school.ts';

/** `error` stops the import; `warning` asks a person to look. */
export type ProblemSeverity = 'error' | 'warning';

/** One thing wrong with the workbook: where, about whom, and what to do. */
export interface WorkbookProblem {
  readonly sheet: string;
  /** "C1-KetQua!K17"; the sheet's name alone when it is about the whole sheet. */
  readonly cell: string;
  /** 1-based as the spreadsheet shows it; 0 when it is about the whole sheet. */
  readonly row: number;
  readonly pupil: ProblemPupil | null;
  readonly severity: ProblemSeverity;
  readonly code: ProblemCode;
  /** Vietnamese: what is wrong, where, what to do next. */
  readonly sentence: string;
}

export interface ProblemPupil {
  readonly studentId: string;
  readonly fullName: string;
}

/** Every code a workbook problem may carry. */
export const problemCodes = [
  'sheetMissing',
  'columnMissing',
  'valueMissing',
  'valueInvalid',
  'valueTooLong',
  'characterInvalid',
  'dateInvalid',
  'schoolDiffers',
  'duplicateStudent',
  'possibleDuplicateStudent',
  'duplicatePersonalId',
  'duplicateStaff',
  'duplicateLogin',
  'duplicateClass',
  'duplicateAssignment',
  'duplicateResult',
  'unknownClass',
  'unknownStaff',
  'unknownStudent',
  'unknownSubject',
  'classDiffers',
  'nameDiffers',
  'studentLeft',
  'studentAbsent',
  'correctionOverwritten',
  'schoolKept',
  'resultMissing',
  'subjectNotTaught',
  'levelInvalid',
  'levelMissing',
  'scoreInvalid',
  'scoreNotWhole',
  'scoreMissing',
  'scoreNotExpected',
  'supplementaryNotDue',
  'assignmentMissing',
  'positionMissing',
  'personalIdMissing',
  'personalIdMalformed',
  'personalIdMismatch',
  'leadingZeroRestored',
  'conclusionDiffers',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** Why a file is not read at all: it is not a plain workbook, or reading it would be unsafe. */
export const refusalCodes = [
  'fileTooLarge',
  'notWorkbook',
  'damaged',
  'encrypted',
  'unpackedTooLarge',
  'tooManyParts',
  'macros',
  'externalLinks',
  'formulas',
  'tooManyCells',
  'xmlEntities',
  'tooSlow',
  'tooMuchMemory',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface WorkbookRefusal {
  readonly code: RefusalCode;
  /** Vietnamese: why the file is refused and what to do next. */
  readonly sentence: string;
}

/** All or nothing: a school without errors (perhaps with warnings), or the reasons why not. */
export type WorkbookOutcome =
  | { readonly accepted: true; readonly imported: ImportedSchool; readonly problems: readonly WorkbookProblem[] }
  | { readonly accepted: false; readonly refusal: null; readonly problems: readonly WorkbookProblem[] }
  | { readonly accepted: false; readonly refusal: WorkbookRefusal; readonly problems: readonly [] };

/** Where the work has got to. `reading` counts sheets, `checking` counts rows of the sheet. */
export interface WorkbookProgress {
  readonly stage: 'reading' | 'checking';
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}
