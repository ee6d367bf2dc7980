import type { PaperField } from '../paper-value.ts';

/** Whole numbers, neither zero nor decimals. @law TT30/2014 Đ10 */
const testScore: PaperField['scale'] = { kind: 'score', wholeOnly: true, zeroAllowed: false };
const completion: PaperField['scale'] = {
  kind: 'words',
  values: [
    ['Hoàn thành chương trình lớp học', 'Hoàn thành', 'HT'],
    ['Chưa hoàn thành chương trình lớp học', 'Chưa hoàn thành', 'CHT'],
  ],
};
const promotion: PaperField['scale'] = {
  kind: 'words',
  values: [
    ['Được lên lớp', 'Lên lớp'],
    ['Ở lại lớp', 'Chưa được lên lớp'],
  ],
};

/** What a primary record may say by TT30/2014: two levels everywhere, no ranking. @law TT30/2014 Đ8, Đ9, Đ10, Đ14 */
export const primaryPaperFields2014: readonly PaperField[] = [
  { id: 'testScore', label: 'Điểm kiểm tra định kì', law: 'TT30/2014 Đ10', scale: testScore },
  {
    id: 'subjectLevel',
    label: 'Mức đạt được của môn học',
    law: 'TT30/2014',
    scale: {
      kind: 'words',
      values: [
        ['Hoàn thành', 'H', 'HT'],
        ['Chưa hoàn thành', 'C', 'CHT'],
      ],
    },
  },
  {
    id: 'competence',
    label: 'Năng lực',
    law: 'TT30/2014 Đ8',
    scale: {
      kind: 'words',
      values: [
        ['Đạt', 'Đ'],
        ['Chưa đạt', 'C', 'CĐ'],
      ],
    },
  },
  {
    id: 'quality',
    label: 'Phẩm chất',
    law: 'TT30/2014 Đ9',
    scale: {
      kind: 'words',
      values: [
        ['Đạt', 'Đ'],
        ['Chưa đạt', 'C', 'CĐ'],
      ],
    },
  },
  { id: 'completion', label: 'Hoàn thành chương trình lớp học', law: 'TT30/2014 Đ14', scale: completion },
  { id: 'promotion', label: 'Lên lớp', law: 'TT30/2014 Đ14', scale: promotion },
];

const threeLevels: PaperField['scale'] = {
  kind: 'words',
  values: [
    ['Tốt', 'T'],
    ['Đạt', 'Đ'],
    ['Cần cố gắng', 'C'],
  ],
};

/** TT22/2016 made three levels of the two; scores and completion stayed. @law TT22/2016 Đ1 */
export const primaryPaperFields2016: readonly PaperField[] = primaryPaperFields2014.map((field) => {
  const law = 'TT22/2016 Đ1';
  if (field.id === 'subjectLevel') {
    const values = [
      ['Hoàn thành tốt', 'T', 'HTT'],
      ['Hoàn thành', 'H', 'HT'],
      ['Chưa hoàn thành', 'C', 'CHT'],
    ] as const;
    return { ...field, law, scale: { kind: 'words', values } };
  }
  return field.id === 'competence' || field.id === 'quality'
    ? { ...field, law, scale: threeLevels }
    : { ...field, law };
});
