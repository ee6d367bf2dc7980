/** Why a tree is not a record: the schema's rules first, then those a schema cannot say (`incoherent`). */
export type ReadProblemCode =
  | 'wrong-root'
  | 'unknown-element'
  | 'missing-element'
  | 'unexpected-attribute'
  | 'unexpected-text'
  | 'bad-value'
  | 'incoherent';

export interface ReadProblem {
  readonly code: ReadProblemCode;
  /** Where, by wire names: `HocBa/KetQua/MonHoc[2]/DiemKiemTra`. */
  readonly path: string;
  /** Vietnamese, whole sentence. */
  readonly sentence: string;
}

/** A hostile file must not grow the report without end. */
const MOST_PROBLEMS = 100;

/** Collects problems under a path. */
export interface ProblemReport {
  readonly path: string;
  readonly problems: ReadProblem[];
}

export function problemReport(path: string): ProblemReport {
  return { path, problems: [] };
}

export function inside(report: ProblemReport, step: string): ProblemReport {
  return { path: `${report.path}/${step}`, problems: report.problems };
}

export function addProblem(report: ProblemReport, code: ReadProblemCode, sentence: string): void {
  if (report.problems.length < MOST_PROBLEMS) report.problems.push({ code, path: report.path, sentence });
}
