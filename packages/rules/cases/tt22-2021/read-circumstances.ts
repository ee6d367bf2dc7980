import type { CommentAssessment, ScoreEntry } from '../../src/index.ts';
import { type Draft, type DraftRow, draftRow, rowNamed, subjectNamed, tenths } from './secondary-draft.ts';

type Reader = (draft: Draft, match: readonly string[]) => unknown;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^chọn .+$/, () => undefined],
  [/^năm học (.+)$/, (draft, [, schoolYear = '']) => Object.assign(draft, { schoolYear })],
  [/^kế hoạch cá nhân$/, (draft) => Object.assign(draft, { individualEducationPlan: true, disability: true })],
  [/^chưa ghi khuyết tật$/, (draft) => Object.assign(draft, { disability: false })],
  [/^miễn thực hành (.+?)( không giấy| chưa cho phép)?$/, (draft, match) => exemptPractice(draft, match)],
  [/^năm trước chọn (.+)$/, (draft, [, labels = '']) => chosenBefore(draft, labels)],
  [/^đổi môn (đủ hồ sơ|không quyết định|chưa học bổ sung)$/, (draft, [, state = '']) => changeSubjects(draft, state)],
  [/^(không )?cho lên lớp: (.+)$/, (draft, [, no, why = '']) => decide(draft, no === undefined, why)],
  [/^cho lên lớp không lý do$/, (draft) => decide(draft, true, '')],
  [/^tham số (\w+) (\w+)$/, (draft, [, name = '', value = '']) => setParameter(draft, name, value)],
  [
    /^không đánh giá (.+?)( mà có kết quả)?$/,
    (draft, [, label = '', kept]) => exempt(rowNamed(draft, label), kept !== undefined),
  ],
  [/^bỏ dòng (.+)$/, (draft, [, label = '']) => dropRow(draft, label)],
  [/^hai dòng (.+)$/, (draft, [, label = '']) => draft.subjects.push({ ...rowNamed(draft, label) })],
  [/^thêm (.+) = (.+)$/, (draft, [, label = '', average = '']) => addRow(draft, label, average)],
  [/^(.+) ghi bằng điểm$/, (draft, [, label = '']) => scoreInstead(draft, label)],
  [/^(.+) kì (I|II): (.+)$/, (draft, [, label = '', which, scores = '']) => semester(draft, label, { which, scores })],
  [/^(.+) cả năm: (.+)$/, (draft, [, label = '', average = '']) => yearAverage(draft, label, average)],
];

/** One entry of the column "Khác". */
export function applyCircumstance(draft: Draft, entry: string): void {
  for (const [pattern, read] of readers) {
    const match = pattern.exec(entry);
    if (match) {
      read(draft, match);
      return;
    }
  }
  throw new Error(`cột “Khác” không hiểu: “${entry}”`);
}

function exempt(row: DraftRow, keepsResult: boolean): void {
  row.exempted = true;
  if (keepsResult) return;
  if (row.form === 'byScore') delete row.yearAverageTenths;
  else delete row.yearResult;
}

function exemptPractice(draft: Draft, [, label = '', lacking = '']: readonly string[]): void {
  rowNamed(draft, label).practicalExemption = {
    period: 'year',
    ground: 'illness',
    certificate: lacking !== ' không giấy',
    permitted: lacking !== ' chưa cho phép',
  };
}

function chosenBefore(draft: Draft, labels: string): void {
  draft.lastYearChosen = labels.split(',').map((label) => subjectNamed(label.trim()));
}

function changeSubjects(draft: Draft, state: string): void {
  draft.changeOfSubjects = {
    principalDecided: state !== 'không quyết định',
    madeUp: state !== 'chưa học bổ sung',
  };
}

function decide(draft: Draft, promoted: boolean, writtenReason: string): void {
  draft.principalDecision = { promoted, writtenReason };
}

function setParameter(draft: Draft, name: string, value: string): void {
  draft.parameters = { ...draft.parameters, [name]: value };
}

function dropRow(draft: Draft, label: string): void {
  const dropped = rowNamed(draft, label);
  draft.subjects = draft.subjects.filter((row) => row !== dropped);
}

function addRow(draft: Draft, label: string, average: string): void {
  const row = draftRow(subjectNamed(label));
  if (row.form === 'byScore') row.yearAverageTenths = tenths(average);
  draft.subjects.push(row);
}

function scoreInstead(draft: Draft, label: string): void {
  const { subject } = rowNamed(draft, label);
  dropRow(draft, label);
  draft.subjects.push({
    form: 'byScore',
    subject,
    first: null,
    second: null,
    yearAverageTenths: 80,
    reassessedTenths: null,
  });
}

function yearAverage(draft: Draft, label: string, average: string): void {
  const row = rowNamed(draft, label);
  if (row.form === 'byScore') row.yearAverageTenths = tenths(average);
  else row.yearResult = average === 'Đạt' ? 'achieved' : 'notAchieved';
}

/** "8 7 9 6 / 8 / 7,5" (regular / mid-term / end of term; `bỏ`: missed, `trống`: blank, `CĐ8`: chuyên đề) or "Đ Đ CĐ bỏ". */
function semester(draft: Draft, label: string, { which, scores }: { which: string | undefined; scores: string }): void {
  const row = rowNamed(draft, label);
  const key = which === 'I' ? 'first' : 'second';
  if (row.form === 'byScore') {
    const [regular = '', midterm = '', endOfTerm = ''] = scores.split('/');
    const entered = words(regular);
    const topic = entered.find((word) => word.startsWith('CĐ'))?.slice(2);
    row[key] = {
      regular: entered.filter((word) => !word.startsWith('CĐ')).map(blankOrScore),
      midterm: blankOrScore(midterm),
      endOfTerm: blankOrScore(endOfTerm),
      ...(topic === undefined ? {} : { topic: tenths(topic) }),
    };
    delete row.yearAverageTenths;
  } else {
    row[key] = { assessments: words(scores).map(assessment) };
    delete row.yearResult;
  }
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function scoreEntry(word: string): ScoreEntry {
  return word === 'bỏ' ? 'missed' : tenths(word);
}

function blankOrScore(text: string): ScoreEntry | null {
  return text.trim() === 'trống' ? null : scoreEntry(text.trim());
}

function assessment(word: string): CommentAssessment | null {
  if (word === 'trống') return null;
  if (word === 'bỏ') return 'missed';
  return word === 'Đ' ? 'achieved' : 'notAchieved';
}
