import {
  type CoreCompetence,
  type CoreQuality,
  coreCompetences,
  coreQualities,
  type PrimarySubject,
  primarySubjects,
  qualityLevels,
  type SubjectLevel,
  subjectLevels,
} from '@hocba/record';
import {
  type AssessmentPoint,
  type PrimaryGrade,
  type PrimaryParameters,
  type PrimaryYearInput,
  standingOf,
  subjectsWithTest,
  type TestAttempt,
} from '../../src/index.ts';
import { type CaseRow, entries, listed } from '../read-tables.ts';
import { defaultComment, type MutableRow, type Rated, rowNamed, subjectNamed } from './case-rows.ts';
import { applyCircumstance, type Circumstances } from './read-circumstances.ts';

/** A table row as input: what the row does not say is at its best (T, 10 điểm, Tốt). */
export function readPrimaryCase({ cells }: CaseRow, point: AssessmentPoint = 'yearEnd'): PrimaryYearInput {
  const grade = Number(cells['Lớp']) as PrimaryGrade;
  const subjects = primarySubjects
    .filter(({ id }) => standingOf(id, grade) === 'compulsory')
    .map(({ id }) => defaultRow(id, subjectsWithTest(grade, point)));
  const qualities = coreQualities.map(({ id }) => defaultRating<CoreQuality>(id));
  const competences = coreCompetences.map(({ id }) => defaultRating<CoreCompetence>(id));
  for (const [name, value] of entries(cells['Môn học'] ?? '')) applySubject(subjects, name, value);
  for (const [name, value] of entries(cells['Điểm cuối năm'] ?? cells['Điểm'] ?? '')) applyScore(subjects, name, value);
  for (const [name, value] of entries(cells['Phẩm chất'] ?? '')) applyRating(qualities, coreQualities, [name, value]);
  for (const [name, value] of entries(cells['Năng lực'] ?? ''))
    applyRating(competences, coreCompetences, [name, value]);
  for (const [name, value] of entries(cells['Bổ sung'] ?? ''))
    applySupplementary({ subjects, qualities, competences }, name, value);
  const circumstances: Circumstances = { schoolYear: '2025-2026', parameters: {} as Partial<PrimaryParameters> };
  for (const entry of listed(cells['Khác'] ?? '')) applyCircumstance({ subjects, competences, circumstances }, entry);
  const { disability = false, plan = false, withheld = false, decision = null, commendation = null } = circumstances;
  return {
    schoolYear: circumstances.schoolYear,
    grade,
    subjects,
    qualities,
    competences,
    disability,
    individualEducationPlan: plan,
    levelWithheld: withheld,
    principalDecision: decision,
    commendation,
    parameters: circumstances.parameters,
  };
}

function defaultRow(subject: PrimarySubject, tested: readonly PrimarySubject[]): MutableRow {
  const tests = tested.includes(subject) ? [{ scoreTenths: 100, effective: true }] : [];
  return { subject, level: 'completedWell', tests, comment: defaultComment, supplementary: null };
}

function defaultRating<Name extends string>(name: Name): Rated<Name> {
  return { name, level: 'good', supplementary: null };
}

function applySubject(rows: MutableRow[], name: string, value: string): void {
  if (name === 'mọi môn') {
    for (const row of rows) row.level = levelOf(value);
    return;
  }
  const subject = subjectNamed(name);
  if (value === 'bỏ dòng')
    rows.splice(
      rows.findIndex((row) => row.subject === subject),
      1,
    );
  else if (value === 'hai dòng') rows.push({ ...rowNamed(rows, name) });
  else if (value === 'chỉ nhận xét') rowNamed(rows, name).level = null;
  else rowNamed(rows, name).level = levelOf(value);
}

function applyScore(rows: MutableRow[], name: string, value: string): void {
  if (name === 'mọi bài') {
    for (const row of rows) if (row.tests.length > 0) row.tests = attempts(value);
    return;
  }
  rowNamed(rows, name).tests = attempts(value);
}

/** "9" · "3 → 9" (a replacement test) · "3 và 9" (both marked as counting) · "3 không lấy" · "trống". */
function attempts(text: string): readonly TestAttempt[] {
  if (text === 'trống') return [];
  if (text.endsWith('không lấy')) return [{ scoreTenths: tenths(text.replace('không lấy', '')), effective: false }];
  const replaced = text.split('→');
  if (replaced.length > 1)
    return replaced.map((part, index) => ({ scoreTenths: tenths(part), effective: index === replaced.length - 1 }));
  return text.split(' và ').map((part) => ({ scoreTenths: tenths(part), effective: true }));
}

function applySupplementary(
  rows: { subjects: MutableRow[]; qualities: Rated<CoreQuality>[]; competences: Rated<CoreCompetence>[] },
  name: string,
  value: string,
): void {
  const rating = /^(phẩm chất|năng lực) (.+)$/.exec(name);
  if (rating?.[1] === 'phẩm chất')
    ratingNamed(rows.qualities, coreQualities, rating[2] ?? '').supplementary = qualityLevel(value);
  else if (rating) ratingNamed(rows.competences, coreCompetences, rating[2] ?? '').supplementary = qualityLevel(value);
  else {
    const [, letter, score] = /^([THC])?\s*(-?[\d,]+)?$/.exec(value) ?? [];
    rowNamed(rows.subjects, name).supplementary = {
      level: letter === undefined ? null : levelOf(letter),
      scoreTenths: score === undefined ? null : tenths(score),
    };
  }
}

function applyRating<Name extends string>(
  rows: Rated<Name>[],
  terms: readonly { readonly id: Name; readonly label: string }[],
  [name, value]: readonly [string, string],
): void {
  const level = value === 'trống' ? null : qualityLevel(value);
  if (name.startsWith('mọi ')) for (const row of rows) row.level = level;
  else ratingNamed(rows, terms, name).level = level;
}

function ratingNamed<Name extends string>(
  rows: Rated<Name>[],
  terms: readonly { readonly id: Name; readonly label: string }[],
  label: string,
): Rated<Name> {
  const found = rows.find((row) => row.name === terms.find((term) => term.label === label)?.id);
  if (!found) throw new Error(`không có phẩm chất, năng lực “${label}”`);
  return found;
}

function levelOf(letter: string): SubjectLevel | null {
  if (letter === 'trống') return null;
  const found = subjectLevels.find(({ code }) => code === letter);
  if (!found) throw new Error(`không có mức “${letter}”`);
  return found.id;
}

function qualityLevel(letter: string) {
  const found = qualityLevels.find(({ code }) => code === letter);
  if (!found) throw new Error(`không có mức “${letter}”`);
  return found.id;
}

function tenths(text: string): number {
  const value = Number(text.trim().replace(',', '.'));
  if (!Number.isFinite(value)) throw new Error(`không phải điểm: “${text}”`);
  return Math.round(value * 100) / 10;
}
