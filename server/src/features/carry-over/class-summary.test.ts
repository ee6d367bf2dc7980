import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PrimaryYearSheet, scoreFromTenths } from '@hocba/record';
import type { ClassSummary } from '@hocba/rendition';
import { sampleSheet } from '../../../../packages/record/testing/sample-sheet.ts';
import { reconcile, summaryOf } from './class-summary.ts';

const names = ['Trần Văn Ân', 'Lê Thị Ánh', 'Thạch Sô Phia'];
const sheets = names.map(sheetOf);
const summary = summaryOf(sheets);

test('a summary made of the sheets agrees with them in every cell, in whatever order they come', () => {
  assert.deepEqual(reconcile(summary, sheets), []);
  assert.deepEqual(summaryOf([...sheets].reverse()), summary);
  assert.equal(summary.rows.length, names.length);
});

test('pupils stand in Vietnamese order, by given name', () => {
  assert.deepEqual(
    summary.rows.map(({ fullName }) => fullName),
    ['Lê Thị Ánh', 'Trần Văn Ân', 'Thạch Sô Phia'],
  );
});

test('every cell that is changed in the summary is found, with whose and which', () => {
  const cells = leaves(summary.rows[0]);
  assert.ok(cells.length > 20, `${cells.length} cells`);
  for (const path of cells) {
    const changed = structuredClone(summary) as ClassSummary;
    disturb(changed.rows[0], path);
    if (path.join('.') === 'studentId') continue;
    const differences = reconcile(changed, sheets);
    assert.ok(differences.length >= 1, `${path.join('.')} is not compared`);
  }
});

test('a changed sheet is found as well', () => {
  const [first, ...others] = sheets;
  if (!first) throw new Error('no sheet');
  const [row, ...rows] = first.subjects;
  if (!row) throw new Error('no row');
  const changed = { ...first, subjects: [{ ...row, score: scoreFromTenths(20) }, ...rows] };
  const differences = reconcile(summary, [changed, ...others]);
  assert.deepEqual(
    differences.map(({ fullName }) => fullName),
    [names[0]],
  );
  assert.match(differences[0]?.cell ?? '', /score$/);
});

test('a pupil too many or too few is told by name', () => {
  const [, ...others] = sheets;
  assert.deepEqual(reconcile(summary, others), [{ fullName: names[0], cell: 'học bạ' }]);
  const extra = sheetOf('Sơn Thị Mới', 9);
  assert.deepEqual(reconcile(summary, [...sheets, extra]), [{ fullName: 'Sơn Thị Mới', cell: 'dòng của học sinh' }]);
});

function sheetOf(fullName: string, number: number): PrimaryYearSheet {
  const sheet = sampleSheet as PrimaryYearSheet;
  const studentId = `920910000${number}`;
  return { ...sheet, recordId: String(number).padStart(32, '0'), student: { ...sheet.student, fullName, studentId } };
}

type Path = readonly (string | number)[];

function leaves(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, [...path, name]));
}

function disturb(row: unknown, path: Path): void {
  let holder = row as Record<string, unknown>;
  for (const name of path.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  holder[path.at(-1) ?? ''] = 'khác';
}
