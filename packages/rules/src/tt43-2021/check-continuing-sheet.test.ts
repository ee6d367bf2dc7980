import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContinuingYearSheet } from '@hocba/record';
import { continuingSheet } from '@hocba/record/testing';
import { checkAgainstRules } from '../index.ts';

type Conclusion = ContinuingYearSheet['conclusion'];

const restated = (changed: Partial<Conclusion>, grade: ContinuingYearSheet['grade'] = 10): ContinuingYearSheet => ({
  ...continuingSheet,
  grade,
  conclusion: { ...continuingSheet.conclusion, ...changed },
});
const errorsOf = (sheet: ContinuingYearSheet) =>
  checkAgainstRules(sheet).filter(({ severity }) => severity === 'error');
const sentences = (sheet: ContinuingYearSheet) => errorsOf(sheet).map(({ sentence }) => sentence);
const levels = (year: Conclusion['academic']['year'], afterSummer: typeof year = null) => ({
  first: year,
  second: year,
  year,
  afterSummer,
});

describe('a sheet of continuing education', () => {
  it('whose averages and conduct are right follows the rules, whatever level the centre entered', () => {
    for (const year of ['good', 'fair', 'achieved', null] as const)
      assert.deepEqual(sentences(restated({ academic: levels(year) })), []);
  });

  it('says of a level that it was not judged', () => {
    const warnings = checkAgainstRules(restated({ academic: levels('fair') })).map(({ sentence }) => sentence);
    assert.match(warnings.join(), /^Kết quả học tập cả năm: học bạ ghi “Khá”; mức này không được đối chiếu/);
    assert.deepEqual(checkAgainstRules(restated({ academic: levels(null) })), []);
  });

  it('is found when an average of the year is not that of its semesters', () => {
    const subjects = continuingSheet.subjects.map((row) =>
      row.subject === 'mathematics' && row.form === 'byScore'
        ? { ...row, marks: { ...row.marks, year: row.marks.second } }
        : row,
    );
    const [found, ...others] = sentences({ ...continuingSheet, subjects });
    assert.match(found ?? '', /^Toán, kết quả cả năm: học bạ ghi “8,5”, .* “8,4” \(TT43\/2021\)\.$/);
    assert.deepEqual(others, []);
  });

  it('is found when the conduct of the year is not that of the table', () => {
    const conduct = { first: 'good', second: 'achieved', year: 'good', afterSummer: null } as const;
    assert.match(sentences(restated({ conduct })).join(), /^Kết quả rèn luyện cả năm: học bạ ghi “Tốt”, .* “Khá”/);
  });

  it('is found when it promotes against its own levels and absences', () => {
    const failed = { first: 'good', second: 'notAchieved', year: 'notAchieved', afterSummer: null } as const;
    const against: readonly (readonly [Partial<Conclusion>, RegExp])[] = [
      [{ absentHalfDays: { withLeave: 40, withoutLeave: 6 } }, /nghỉ 46 buổi, quá 45 buổi/],
      [{ conduct: failed }, /rèn luyện Chưa đạt/],
      [{ academic: levels('notAchieved') }, /học tập Chưa đạt/],
    ];
    for (const [changed, why] of against) {
      const [finding, ...others] = errorsOf(restated(changed));
      assert.equal(finding?.code, 'promotion');
      assert.match(finding.reasons[0]?.sentence ?? '', why);
      assert.deepEqual(others, []);
      assert.deepEqual(sentences(restated({ ...changed, promotion: 'retained' })), []);
    }
  });

  it('may promote after the summer set a level anew, or by the director’s decision', () => {
    const academic = levels('notAchieved', 'achieved');
    assert.deepEqual(sentences(restated({ academic, promotion: 'promotedAfterSummer' })), []);
    assert.deepEqual(sentences(restated({ academic: levels('notAchieved'), principalReason: 'hoàn cảnh' })), []);
  });

  it('is found when it retains a learner against whom nothing stands', () => {
    const sheet = restated({ academic: levels('achieved'), promotion: 'retained' });
    assert.match(sentences(sheet).join(), /^Lên lớp: học bạ ghi “Không được lên lớp”/);
  });

  it('says that the programme is completed only in grades 9 and 12, and only with promotion', () => {
    assert.deepEqual(sentences(restated({ levelCompleted: true }, 12)), []);
    for (const sheet of [restated({ levelCompleted: true }), restated({ levelCompleted: false }, 12)])
      assert.match(sentences(sheet).join(), /^Hoàn thành chương trình cấp học/);
  });
});
