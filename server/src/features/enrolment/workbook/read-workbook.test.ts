import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { read as readWithSheetJs, utils } from '@e965/xlsx';
import {
  buildReferenceSchool,
  buildSecondSchool,
  writeWorkbook,
} from '../../../../../simulators/sector-database/index.ts';
import type { ImportedSchool, ImportedStudent, ImportedYearResult, WorkbookProgress } from './index.ts';
import { defaultWorkbookLimits, readWorkbook } from './index.ts';
import { openWorkbook } from './open-workbook.ts';

const { june, august, facts } = buildReferenceSchool(1);
const { awkward } = facts;
let file: Uint8Array;
let imported: ImportedSchool;

before(async () => {
  file = await writeWorkbook(june);
  imported = await accepted(file);
});

async function accepted(bytes: Uint8Array): Promise<ImportedSchool> {
  const outcome = await readWorkbook(bytes, { schoolId: null });
  assert.deepEqual(outcome.problems, []);
  assert.ok(outcome.accepted);
  return outcome.imported;
}

function student(studentId: string): ImportedStudent {
  const found = imported.students.find((one) => one.profile.studentId === studentId);
  assert.ok(found, studentId);
  return found;
}

function resultOf(school: ImportedSchool, studentId: string): ImportedYearResult {
  const found = school.results.find((one) => one.studentId === studentId);
  assert.ok(found, studentId);
  return found;
}

const subjectOf = (result: ImportedYearResult, subject: string) =>
  result.subjects.find((row) => row.subject === subject);

describe('a clean workbook of 847 pupils', () => {
  it('is read without a single problem, everyone in it', () => {
    assert.equal(imported.results.length, 847);
    assert.equal(imported.students.length, 848);
    assert.equal(imported.classes.length, 27);
    assert.equal(imported.staff.length, june.staff.length);
    assert.equal(imported.assignments.length, june.assignments.length);
    assert.deepEqual(imported.school, {
      schoolId: '92000901',
      name: 'Trường Tiểu học Hương Sen',
      communeCode: '31990',
      communeName: 'Xã Tân Hương Sen',
      provinceCode: '92',
      provinceName: 'Thành phố Cần Thơ',
    });
    assert.equal(imported.schoolYear, '2025-2026');
  });

  it('carries every level, score and comment over as it was', () => {
    const levels = { T: 'completedWell', H: 'completed', C: 'notCompleted' } as const;
    let compared = 0;
    for (const source of june.results) {
      const result = resultOf(imported, source.studentId);
      for (const [subject, { level, score, comment }] of source.subjects) {
        const row = subjectOf(result, subject);
        assert.equal(row?.level, level && levels[level]);
        assert.equal(row?.score, score === null ? null : score * 10);
        assert.equal(row?.comment, comment.normalize('NFC').trim());
        compared += 1;
      }
    }
    assert.ok(compared > 8000);
  });

  it('reports its progress, sheet by sheet, to the last row', async () => {
    const progress: WorkbookProgress[] = [];
    await readWorkbook(file, { schoolId: null, onProgress: (step) => progress.push(step) });
    assert.equal(progress[0]?.stage, 'reading');
    assert.deepEqual(progress.at(-1), { stage: 'checking', sheet: 'C1-KetQua', done: 847, total: 847 });
    assert.ok(progress.some((step) => step.sheet === 'C1-HocSinh' && step.done < step.total));
  });

  it('is read the same by another spreadsheet library', async () => {
    const ours = await openWorkbook(file, defaultWorkbookLimits);
    const theirs = readWithSheetJs(file, { cellDates: true, UTC: true });
    assert.deepEqual(
      ours.map((sheet) => sheet.name),
      theirs.SheetNames,
    );
    for (const { name, rows } of ours) {
      const sheet = theirs.Sheets[name];
      assert.ok(sheet);
      const others: unknown[][] = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null, UTC: true });
      const width = Math.max(...rows.map((row) => row.length));
      rows.forEach((row, index) => {
        for (let column = 0; column < width; column += 1) {
          assert.deepEqual(plain(row[column]), plain(others[index]?.[column]), `${name} ${index + 1}/${column + 1}`);
        }
      });
    }
  });
});

/** Libraries differ in what they make of line ends and empty text; the content must not differ. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') || null : (value ?? null);
}

describe('the awkward cases', () => {
  it('keep a temporary code apart from a số định danh cá nhân', () => {
    const { profile } = student(awkward.temporaryCode);
    assert.equal(profile.personalId, 'TAM9200000017');
    assert.equal(profile.personalIdStatus, 'temporary');
  });

  it('keep birth dates as precise as they are known', () => {
    assert.match(student(awkward.birthMonthOnly).profile.birthDate, /^\d{4}-\d{2}$/);
    assert.match(student(awkward.birthYearOnly).profile.birthDate, /^\d{4}$/);
  });

  it('read dates typed as text and dates of the spreadsheet alike', () => {
    for (const pupil of june.pupils) assert.equal(student(pupil.studentId).profile.birthDate, pupil.birthDate);
  });

  it('let a pupil with an individual plan go without levels in some subjects', () => {
    const result = resultOf(imported, awkward.individualPlan);
    assert.equal(student(awkward.individualPlan).profile.individualEducationPlan, true);
    assert.equal(subjectOf(result, 'mathematics')?.level, null);
    assert.equal(subjectOf(result, 'mathematics')?.score, null);
    assert.notEqual(subjectOf(result, 'mathematics')?.comment, '');
    assert.equal(result.stated.educationResult, null);
    assert.equal(result.stated.promoted, true);
  });

  it('keep a disability without a plan', () => {
    const { profile, disabilityKind } = student(awkward.disabilityCommonRules);
    assert.equal(profile.disability, true);
    assert.equal(profile.individualEducationPlan, false);
    assert.equal(disabilityKind, 'Khuyết tật vận động');
  });

  it('keep the pupil who left, without results', () => {
    const left = student(awkward.left);
    assert.equal(left.status, 'transferredOut');
    assert.equal(left.statusOn, '2026-01-12');
    assert.ok(!imported.results.some((one) => one.studentId === awkward.left));
  });

  it('keep the zeros that codes begin with', () => {
    const { profile } = student(awkward.leadingZeros);
    assert.equal(profile.studentId, '0104567891');
    assert.match(profile.personalId, /^001\d{9}$/);
    assert.ok(imported.students.some((one) => one.profile.ethnicityCode === '05'));
  });

  it('compose decomposed letters and drop needless blanks', () => {
    const source = june.pupils.find((one) => one.studentId === awkward.decomposed)?.fullName ?? '';
    assert.notEqual(source, source.normalize('NFC'));
    assert.equal(student(awkward.decomposed).profile.fullName, source.normalize('NFC'));
    assert.match(student(awkward.trailingBlanks).profile.fullName, /^\S+( \S+)+$/u);
    const comment = resultOf(imported, awkward.trailingBlanks).qualitiesAndCompetences.generalCompetencesComment;
    assert.match(comment, /\S$/u);
    assert.ok(!comment.includes('\r'));
  });

  it('keep a comment of 1,500 characters whole', () => {
    const row = subjectOf(resultOf(imported, awkward.longComment), 'vietnamese');
    assert.equal([...(row?.comment ?? '')].length, 1500);
  });

  it('put the August assessment beside the first result, not over it', async () => {
    const inAugust = await accepted(await writeWorkbook(august));
    const passed = resultOf(inAugust, awkward.completedInAugust);
    assert.equal(subjectOf(passed, 'mathematics')?.level, 'notCompleted');
    assert.equal(subjectOf(passed, 'mathematics')?.supplementary?.level, 'completed');
    assert.equal(passed.stated.firstEducationResult, 'notCompleted');
    assert.equal(passed.stated.educationResult, 'completed');
    const promoted = resultOf(inAugust, awkward.promotedByPrincipal).stated;
    assert.deepEqual([promoted.gradeCompleted, promoted.promoted], [false, true]);
    const retained = resultOf(inAugust, awkward.retained).stated;
    assert.deepEqual([retained.gradeCompleted, retained.promoted], [false, false]);
    const changed = inAugust.results.filter((one) => !sameAsInJune(one));
    assert.equal(changed.length, 3);
  });
});

function sameAsInJune(result: ImportedYearResult): boolean {
  return JSON.stringify(result) === JSON.stringify(resultOf(imported, result.studentId));
}

describe('a workbook of another school', () => {
  it('is refused with the cell that says so', async () => {
    const other = await writeWorkbook(buildSecondSchool(1).data);
    const outcome = await readWorkbook(other, { schoolId: '92000901' });
    assert.equal(outcome.accepted, false);
    assert.deepEqual(
      outcome.problems.map(({ code, cell }) => [code, cell]),
      [['schoolDiffers', 'ThongTinTruong!B2']],
    );
  });
});
