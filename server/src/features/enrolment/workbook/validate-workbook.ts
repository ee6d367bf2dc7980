import type { PrimaryParameters } from '@hocba/rules';
import { primaryParameters } from '@hocba/rules';
import { findSheet } from './find-table.ts';
import type { ImportedYearResult } from './imported-school.ts';
import { ProblemList } from './problem-list.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { foldTitle, sheetNames } from './sheet-layouts.ts';
import { validateAssignments, validateClasses } from './validate-classes.ts';
import type { ResultContext } from './validate-results.ts';
import { validateResults } from './validate-results.ts';
import { validateSchool } from './validate-school.ts';
import { validateStaff } from './validate-staff.ts';
import type { ValidatedStudents } from './validate-students.ts';
import { validateStudents } from './validate-students.ts';
import { validateSupplementary } from './validate-supplementary.ts';
import type { WorkbookOutcome, WorkbookProgress } from './workbook-problem.ts';

export interface WorkbookContext {
  /** The school the clerk works for: a workbook of another school is an error. Null: any school. */
  readonly schoolId: string | null;
  readonly parameters?: Partial<PrimaryParameters>;
  readonly onProgress?: (progress: WorkbookProgress) => void;
}

/** Checks everything and lists every problem, in the order of the workbook; accepted only without errors. */
export function validateWorkbook(sheets: readonly SheetGrid[], context: WorkbookContext): WorkbookOutcome {
  const problems = new ProblemList();
  const parameters = primaryParameters(context.parameters);
  const checkSheet = <T>(name: string, check: (grid: SheetGrid) => T, none: T): T => {
    const grid = findSheet(sheets, name, problems);
    return grid === undefined ? none : check(grid);
  };
  const onRow = (name: string) => rowProgress(name, context.onProgress);

  const facts = checkSheet(sheetNames.school, (grid) => validateSchool(grid, context.schoolId, problems), null);
  const staff = checkSheet(sheetNames.staff, (grid) => validateStaff(grid, problems), []);
  const classes = checkSheet(sheetNames.classes, (grid) => validateClasses(grid, staff, problems), []);
  const assignments = checkSheet(
    sheetNames.assignments,
    (grid) => validateAssignments(grid, { staff, classes, problems }),
    [],
  );
  const { students, unreadStudentIds } = checkSheet(
    sheetNames.students,
    (grid) => validateStudents(grid, { classes, problems, onRow: onRow(sheetNames.students) }),
    noStudents,
  );
  const schoolYear = facts?.schoolYear ?? '';
  const people = {
    classes,
    students,
    unreadStudentIds,
    schoolYear,
    parameters,
    problems,
    onRow: onRow(sheetNames.results),
  };
  const firstResults = checkSheet(sheetNames.results, (grid) => validateResults(grid, people), []);
  const results = withSecondResults(sheets, people, firstResults);

  if (facts === null || problems.hasErrors) return { accepted: false, refusal: null, problems: problems.sorted() };
  return {
    accepted: true,
    imported: { ...facts, staff, classes, assignments, students, results },
    problems: problems.sorted(),
  };
}

const noStudents: ValidatedStudents = { students: [], unreadStudentIds: new Set() };

/** The sheet of supplementary assessments comes only in August. */
function withSecondResults(
  sheets: readonly SheetGrid[],
  people: ResultContext,
  results: readonly ImportedYearResult[],
): readonly ImportedYearResult[] {
  const name = sheetNames.supplementary;
  const grid = sheets.find((one) => foldTitle(one.name) === foldTitle(name));
  return grid ? validateSupplementary({ name, rows: grid.rows }, { ...people, results }) : results;
}

const rowsPerProgress = 50;

function rowProgress(sheet: string, onProgress: WorkbookContext['onProgress']) {
  return (done: number, total: number): void => {
    if (done % rowsPerProgress === 0 || done === total) onProgress?.({ stage: 'checking', sheet, done, total });
  };
}
