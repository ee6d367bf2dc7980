import type { YearSheet } from '@hocba/record';
import type { Actor } from '../../../platform/actor.ts';
import { AppError, type Problem, permit } from '../../../platform/app-error.ts';
import { writeAudit } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { classOfSheet, findStudent, saveRoll } from '../../enrolment/index.ts';
import { mayCarryOver } from '../carry-over.policy.ts';
import { auditFrozen, type Freezing, freezeSheet } from '../freeze-sheet.ts';
import { requireWritable } from '../writable-sheet.ts';
import { insertYearSheets, latestVersions, sheetsInForce } from '../year-sheet.store.ts';
import { type PreparedFile, type ReadPrepared, readPreparedSheet } from './read-prepared-sheet.ts';

/**
 * Nhận học bạ đã lập: year sheets that the school's own management software computed, in the published format and not
 * yet signed, become frozen sheets here: all of them or none. Class, pupils and who teaches whom are taken from them.
 * @law NĐ88/2026 Đ22.2
 */
export async function takePreparedSheets(
  platform: Platform,
  actor: Actor,
  given: { schoolYear: string; files: readonly PreparedFile[] },
): Promise<{ carriedOver: number }> {
  permit(mayCarryOver(actor));
  const { schoolId } = actor;
  const { schoolYear } = given;
  const read = given.files.map((file) => readPreparedSheet(file, { schoolId, schoolYear, profile: platform.profile }));
  const named = read.flatMap((each, index) => nameSheet(each, given.files[index]));
  refuse([...read.flatMap((each) => ('problems' in each ? each.problems : [])), ...namedTwice(named)]);
  requireWritable(named.map(({ sheet }) => sheet));
  return platform.database
    .transaction(actor, (tx) => store(tx, { platform, actor, schoolYear, named }))
    .catch(explainTaken);
}

/** A sheet and where a refusal says it is: file and pupil. */
interface NamedSheet {
  readonly sheet: YearSheet;
  readonly where: string;
}

function nameSheet(read: ReadPrepared, file: PreparedFile | undefined): NamedSheet[] {
  if (!('sheet' in read)) return [];
  return [{ sheet: read.sheet, where: `${file?.name ?? ''}: ${read.sheet.student.fullName}` }];
}

interface Delivery extends Freezing {
  readonly schoolYear: string;
  readonly named: readonly NamedSheet[];
}

async function store(tx: Tx, { platform, actor, schoolYear, named }: Delivery): Promise<{ carriedOver: number }> {
  const { schoolId } = actor;
  const held: Held = { schoolId, versions: await latestVersions(tx, { schoolId, schoolYear }) };
  refuse((await Promise.all(named.map((each) => standingProblems(tx, held, each)))).flat());
  const sheets = named.map(({ sheet }) => sheet);
  await saveRoll(tx, { schoolId, sheets });
  const frozen = sheets.map((sheet) => {
    const { classId } = classOfSheet(sheet);
    return freezeSheet(sheet, { platform, actor, schoolClass: { schoolId, schoolYear, classId } });
  });
  await insertYearSheets(tx, frozen);
  await writeAudit(tx, {
    ...{ schoolId, by: actor, at: platform.clock.now(), action: 'takePreparedSheets' },
    subject: { kind: 'schoolYear', id: schoolYear },
    details: { sheets: frozen.length },
  });
  await auditFrozen(tx, { platform, actor, sheets: frozen });
  return { carriedOver: frozen.length };
}

/** Another school's pupils are not seen here, but an identity is given once: the database says so. */
function explainTaken(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error;
  const sentence =
    'Mã định danh học bạ hoặc mã tra cứu trong tệp đã thuộc một học bạ khác. Hãy cấp mã mới trong phần mềm quản lý trường.';
  throw new AppError({ code: 'identity-taken', status: 409, sentence, cause: error });
}

function namedTwice(named: readonly NamedSheet[]): Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ sheet: { student }, where }) => {
    if (!seen.has(student.studentId)) return seen.add(student.studentId) && [];
    return [{ code: 'twice', where, sentence: 'Học sinh này có hai tệp trong lần gửi.' }];
  });
}

interface Held {
  readonly schoolId: string;
  /** Highest version of each pupil's sheet of the year, asked once for the whole delivery. */
  readonly versions: ReadonlyMap<string, number>;
}

/** What the school already holds of this pupil: the same record, one version further, none in force. */
async function standingProblems(
  tx: Tx,
  { schoolId, versions }: Held,
  { sheet, where }: NamedSheet,
): Promise<Problem[]> {
  const { schoolYear, version, recordId, lookupCode, student } = sheet;
  const of = { schoolId, schoolYear, studentId: student.studentId };
  const known = await findStudent(tx, of);
  const next = (versions.get(student.studentId) ?? 0) + 1;
  const problem = (code: string, sentence: string): Problem => ({ code, where, sentence });
  if (known && (known.recordId !== recordId || known.lookupCode !== lookupCode)) {
    return [problem('record-differs', 'Mã định danh học bạ hoặc mã tra cứu khác với học bạ trường đang giữ của em.')];
  }
  if ((await sheetsInForce(tx, of)) > 0) {
    return [problem('in-force', 'Năm học này em đã có học bạ. Hiệu trưởng cần rút bản đó trước khi nhận bản mới.')];
  }
  return version === next
    ? []
    : [problem('version-differs', `Tệp ghi phiên bản ${version}; phiên bản kế tiếp của em là ${next}.`)];
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new AppError({
    code: 'prepared-sheets-refused',
    status: 422,
    problems,
    sentence: `Chưa nhận học bạ nào: có ${problems.length} chỗ phải sửa trong các tệp. Hãy sửa trong phần mềm quản lý trường, xuất lại rồi gửi lại cả lượt.`,
  });
}
