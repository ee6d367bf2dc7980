import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyYear, completeYear } from '../../cases/tt22-2021/arbitrary-year.ts';
import { evaluateLine, evaluateYear, type SecondaryYearInput } from '../index.ts';

const answer = (line: unknown) => {
  const { outcome, text } = evaluateLine(typeof line === 'string' ? line : JSON.stringify(line), 7);
  return { outcome, ...JSON.parse(text) };
};
const problemsOf = (line: unknown): readonly string[] =>
  answer(line).error.problems.map(({ path, sentence }: { path: string; sentence: string }) => `${path} ${sentence}`);

const lowerSecondary = {
  circular: 'TT22/2021',
  schoolYear: '2025-2026',
  grade: 8,
  subjects: {
    ...Object.fromEntries(
      [
        'literature',
        'mathematics',
        'foreignLanguage',
        'civics',
        'historyGeography',
        'naturalSciences',
        'technology',
        'informatics',
      ].map((subject) => [subject, { year: 8 }]),
    ),
    ...Object.fromEntries(
      ['physicalEducation', 'arts', 'localEducation', 'experientialActivities'].map((subject) => [
        subject,
        { year: 'achieved' },
      ]),
    ),
  },
  conduct: { first: 'good', second: 'good' },
  absentHalfDays: { withLeave: 0, withoutLeave: 0 },
};
const withMathematics = (mathematics: unknown) => ({
  ...lowerSecondary,
  subjects: { ...lowerSecondary.subjects, mathematics },
});

describe('a line of a secondary year', () => {
  it('gives the averages, the levels, the decisions and why', () => {
    const { outcome, line, academic, promoted, titles, missing, errors } = answer(lowerSecondary);
    assert.deepEqual([outcome, line, academic.year.level, promoted.manner], ['evaluated', 7, 'good', 'promoted']);
    assert.match(promoted.reasons[0].sentence, /^Được lên lớp vì .*TT22\/2021 Đ12\.1/);
    assert.deepEqual([titles[0].label, missing, errors], ['Học sinh Giỏi', [], []]);
  });

  it('computes exactly from numbers, dots and commas alike: 7,95 becomes 8,0', () => {
    const ways: readonly ((tenths: number) => number | string)[] = [
      (s: number) => s / 10,
      (s: number) => `${s / 10}`,
      (s: number) => `${s / 10}`.replace('.', ','),
    ];
    for (const write of ways) {
      const semester = { regular: [71, 99, 64].map(write), midterm: write(72), endOfTerm: write(86) };
      const { subjects } = answer({
        ...lowerSecondary,
        subjects: { ...lowerSecondary.subjects, technology: { first: semester, second: semester } },
      });
      const row = subjects.find(({ subject }: { subject: string }) => subject === 'technology');
      assert.deepEqual(row, { subject: 'technology', label: 'Công nghệ', first: 8, second: 8, year: 8 });
    }
  });

  it('counts what was missed and names what is missing', () => {
    const all = { regular: [8, 8, 8, 8], midterm: 8, endOfTerm: 8 };
    const missed = answer(withMathematics({ first: all, second: { ...all, endOfTerm: 'missed' } }));
    assert.equal(missed.subjects[1].second, 5.3);
    const blank = answer(withMathematics({ first: all, second: { ...all, endOfTerm: null } }));
    assert.deepEqual([blank.outcome, blank.academic.year.level, blank.promoted.holds], ['evaluated', null, null]);
    assert.deepEqual(
      blank.missing.map(({ of }: { of: string }) => of),
      ['mathematics'],
    );
  });

  it('with data against the circular is answered with the errors', () => {
    const { outcome, errors } = answer(withMathematics({ year: 10.5 }));
    assert.equal(outcome, 'dataErrors');
    assert.match(errors[0].sentence, /Điểm Toán là 10,5, ngoài thang điểm 10/);
  });

  it('takes exemptions, disability and changed subjects as the rules know them', () => {
    const spared = { period: 'year', ground: 'illness', certificate: true, permitted: false };
    const subjects = {
      ...lowerSecondary.subjects,
      physicalEducation: { year: 'achieved', practicalExemption: spared },
    };
    const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);
    assert.deepEqual(codes(answer({ ...lowerSecondary, subjects }).errors), ['practicalExemptionNotPermitted']);
    assert.deepEqual(codes(answer({ ...lowerSecondary, individualEducationPlan: true }).warnings), [
      'planWithoutDisability',
    ]);
    const changed = { ...lowerSecondary, lastYearChosen: ['physics', 'arts'], changeOfSubjects: { madeUp: 'yes' } };
    assert.deepEqual(
      problemsOf(changed).map((problem) => problem.split(' ')[0]),
      ['changeOfSubjects.madeUp', 'lastYearChosen[1]'],
    );
  });

  it('reads null as left out, wherever a field may be left out', () => {
    const { mathematics: _, ...others } = lowerSecondary.subjects as Record<string, unknown>;
    const blanks = {
      disability: null,
      individualEducationPlan: null,
      summerTraining: null,
      lastYearChosen: null,
      changeOfSubjects: null,
      principalDecision: null,
      parameters: { raiseReading: null },
    };
    assert.equal(answer({ ...lowerSecondary, ...blanks }).academic.year.level, 'good');
    const withoutSubject = { ...lowerSecondary, subjects: { ...others, mathematics: null } };
    assert.match(answer(withoutSubject).missing[0].sentence, /^Chưa có kết quả Toán/);
    const halfKnown = answer({ ...lowerSecondary, absentHalfDays: { withLeave: 2 } });
    assert.match(halfKnown.missing[0].sentence, /^Chưa có đủ số buổi nghỉ học/);
  });

  it('says the same as the rules say of the same year', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const { academic, promoted, titles, conduct } = answer(lineOf(input));
        const expected = JSON.parse(JSON.stringify(evaluateYear('TT22/2021', input)));
        assert.deepEqual({ academic, promoted, titles, conduct }, pick(expected));
      }),
      { numRuns: 150 },
    );
  });

  it('whatever it holds gets an answer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          anyYear.map((input) => JSON.stringify(lineOf(input))),
        ),
        (text) => {
          assert.equal(answer(text).line, 7);
        },
      ),
    );
  });
});

describe('a line that is not in the documented form', () => {
  it('tells everything that is wrong in it, each with its place', () => {
    const line = {
      ...withMathematics({ first: { regular: [8, 'tám', 7.25], midterm: true, endOfTerm: '8,50' }, year: [8] }),
      grade: 13,
      conduct: { first: 'tốt' },
      class: '8A',
    };
    const found = problemsOf(line);
    for (const part of [
      'class không có trường này',
      'grade phải là số nguyên từ 6 đến 12',
      'subjects.mathematics.first.regular[1] phải là điểm',
      'subjects.mathematics.first.regular[2] phải là điểm như 8, 7.5 hoặc "7,5", nhiều nhất một chữ số thập phân, không phải 7.25',
      'subjects.mathematics.first.midterm phải là điểm',
      'không phải "8,50"',
      'subjects.mathematics.year phải là điểm',
      'conduct.first phải là "good", "fair", "achieved", "notAchieved", không phải "tốt"',
    ])
      assert(
        found.some((problem) => problem.includes(part)),
        `${part} not in ${found.join('\n')}`,
      );
    assert.equal(found.length, 8);
  });

  it('is refused where a name stands twice, which JSON.parse would not tell', () => {
    const text = JSON.stringify(withMathematics({ year: 4 })).replace('{"year":4}', '{"year":4,"year":9}');
    assert.deepEqual(problemsOf(text), ['subjects.mathematics.year được ghi hai lần trong cùng một đối tượng']);
  });

  it('is refused where an average given directly has two decimals', () => {
    for (const place of ['first', 'year', 'reassessed']) {
      const text = JSON.stringify(withMathematics({ [place]: 'here' })).replace('"here"', '7.95');
      assert.deepEqual(problemsOf(text), [
        `subjects.mathematics.${place} phải là điểm như 8, 7.5 hoặc "7,5", nhiều nhất một chữ số thập phân, không phải 7.95`,
      ]);
    }
  });

  it('is refused, whatever names and nesting it comes with', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      for (const place of ['parameters', 'subjects', 'conduct']) {
        const text = JSON.stringify({ ...lowerSecondary, [place]: '?' }).replace('"?"', `{"${name}":1}`);
        assert.match(problemsOf(text).join(), new RegExp(`^${place}\\.${name} không có trường này`));
      }
    const nested = `{"circular":"TT22/2021","schoolYear":"2025-2026","grade":8,"subjects":${'['.repeat(1e5)}${']'.repeat(1e5)}}`;
    assert.deepEqual(problemsOf(nested), ['subjects phải là một đối tượng {…}, không phải […]']);
  });

  it('that is wrong throughout tells the first faults and how many more there are', () => {
    const subjects = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]));
    const found = problemsOf({ ...lowerSecondary, subjects });
    assert.deepEqual([found.length, found.at(-1)], [51, ' còn 950 chỗ sai khác']);
  });

  it('is refused where a decision leaves out what was decided', () => {
    const problems = problemsOf({ ...lowerSecondary, principalDecision: { writtenReason: 'hoàn cảnh' } });
    assert.deepEqual(problems, ['principalDecision.promoted phải là true hoặc false, không phải để trống']);
  });

  it('keeps its id and number, so that it can be found', () => {
    const { line, id, error } = answer({ ...lowerSecondary, id: 'HS-9', grade: 0 });
    assert.deepEqual([line, id], [7, 'HS-9']);
    assert.match(error.sentence, /^Dòng 7: grade phải là số nguyên/);
  });

  it('is refused with a sentence when it is no object at all', () => {
    for (const text of ['[]', '8', 'null', '"x"', '{', 'Ngữ văn;8'])
      assert.match(answer(text).error.sentence, /^Dòng 7: không phải/);
  });
});

describe('a line of a primary year', () => {
  const rated = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, 'good']));
  const grade1 = {
    circular: 'TT27/2020',
    schoolYear: '2025-2026',
    grade: 1,
    subjects: {
      vietnamese: { level: 'completedWell', score: 8 },
      mathematics: { level: 'completedWell', tests: [{ score: 3 }, { score: '9', effective: true }] },
      ...Object.fromEntries(
        'ethics natureSociety physicalEducation music fineArts experientialActivities'
          .split(' ')
          .map((subject) => [subject, { level: 'completedWell' }]),
      ),
    },
    qualities: rated('patriotism compassion diligence honesty responsibility'),
    competences: rated('selfReliance communication problemSolving language calculation science aesthetics physical'),
  };

  it('gives the result, completion, promotion, and what only people may give', () => {
    const { outcome, result, gradeCompleted, promoted, titles, warnings } = answer(grade1);
    assert.deepEqual(
      [outcome, result.level, gradeCompleted.holds, promoted.holds],
      ['evaluated', 'completedWell', true, true],
    );
    assert.deepEqual([titles[0].status, warnings], ['eligible', []]);
  });

  it('reminds of a comment only where the line speaks of one', () => {
    const ethics = { level: 'completedWell', comment: ' ' };
    const { warnings } = answer({ ...grade1, subjects: { ...grade1.subjects, ethics } });
    assert.deepEqual(
      warnings.map(({ of }: { of: string }) => of),
      ['ethics'],
    );
  });

  it('before the year’s end says only what that point lacks', () => {
    const { point, missing, result } = answer({ ...grade1, point: 'midFirstSemester', subjects: {} });
    assert.deepEqual([point, result], ['midFirstSemester', undefined]);
    assert(missing.length >= 8);
  });
});

describe('a line of a circular by which nothing is computed', () => {
  it('of continuing education gives averages but no level, and says why', () => {
    const { circular: _, subjects, conduct, absentHalfDays } = lowerSecondary;
    const line = { circular: 'TT43/2021', schoolYear: '2025-2026', grade: 8, subjects, conduct, absentHalfDays };
    const { outcome, academic, promoted } = answer(line);
    assert.deepEqual([outcome, academic.level, promoted.holds], ['evaluated', null, null]);
    assert.match(academic.reasons[0].sentence, /chưa được xác nhận từ văn bản/);
    const thresholds = { academicThresholds: { subjectsRequired: 5, confirmedBy: 'Sở GDĐT' } };
    assert.equal(answer({ ...line, parameters: thresholds }).academic.level, 'good');
    for (const wrong of [5, { subjectsRequired: 0, confirmedBy: 'Sở GDĐT' }, { subjectsRequired: 5, confirmedBy: ' ' }])
      assert.notDeepEqual(problemsOf({ ...line, parameters: { academicThresholds: wrong } }), []);
  });

  it('of an older year says what on the paper does not exist in the circular', () => {
    const paper = { academicStanding: 'Giỏi', moralConduct: 'Kém', subjectScore: ['7,9', '8,25'] };
    const { outcome, notComputed, warnings } = answer({
      circular: 'TT58/2011',
      schoolYear: '2015-2016',
      grade: 9,
      paper,
    });
    assert.equal(outcome, 'evaluated');
    assert.match(notComputed, /không tính lại/);
    assert.deepEqual(
      warnings.map(({ of }: { of: string }) => of),
      ['moralConduct', 'subjectScore'],
    );
  });

  it('is refused when it names no circular', () => {
    assert.match(problemsOf({ circular: 'TT99/2030' }).join(), /^circular phải là/);
    assert.match(problemsOf({}).join(), /^circular phải là/);
  });
});

function pick({ academic, promoted, titles, conduct }: ReturnType<typeof evaluateYear<'TT22/2021'>>) {
  return { academic, promoted, titles, conduct };
}

/** The documented form of an input: averages and scores in units. */
function lineOf({ subjects, parameters, ...input }: SecondaryYearInput): object {
  const units = (tenths: unknown) => (typeof tenths === 'number' ? tenths / 10 : tenths);
  const semester = (given: SecondaryYearInput['subjects'][number]['first']) => {
    if (given === null) return null;
    if ('averageTenths' in given) return units(given.averageTenths);
    if ('result' in given) return given.result;
    if ('assessments' in given) return given;
    return { regular: given.regular.map(units), midterm: units(given.midterm), endOfTerm: units(given.endOfTerm) };
  };
  const rows = subjects.map((row) => [
    row.subject,
    {
      first: semester(row.first),
      second: semester(row.second),
      ...(row.form === 'byScore'
        ? { year: units(row.yearAverageTenths), reassessed: units(row.reassessedTenths) }
        : { year: row.yearResult, reassessed: row.reassessed }),
      exempted: row.exempted,
    },
  ]);
  return { circular: 'TT22/2021', ...input, subjects: Object.fromEntries(rows), parameters };
}
