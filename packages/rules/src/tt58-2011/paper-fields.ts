import type { PaperField } from '../paper-value.ts';

/** Thang điểm 10, to the first decimal. @law TT58/2011 Đ6 */
const score = { kind: 'score', wholeOnly: false, zeroAllowed: true } as const;

/**
 * What a record of THCS or THPT may say by TT58/2011. TT26/2020 changed how scores come about, not these scales. Âm nhạc,
 * Mĩ thuật and Thể dục have a comment result, all other subjects a score; unlike TT22/2021 there is an average over all subjects.
 * @law TT58/2011 Đ3, Đ5, Đ6, Đ11, Đ15, Đ18
 */
export const secondaryPaperFields: readonly PaperField[] = [
  { id: 'subjectScore', label: 'Điểm trung bình môn', law: 'TT58/2011 Đ6', scale: score },
  {
    id: 'subjectResult',
    label: 'Kết quả môn đánh giá bằng nhận xét',
    law: 'TT58/2011 Đ6',
    scale: {
      kind: 'words',
      values: [
        ['Đạt yêu cầu', 'Đ', 'Đạt'],
        ['Chưa đạt yêu cầu', 'CĐ', 'Chưa đạt'],
      ],
    },
  },
  { id: 'overallAverage', label: 'Điểm trung bình các môn', law: 'TT58/2011 Đ11', scale: score },
  {
    id: 'academicStanding',
    label: 'Học lực',
    law: 'TT58/2011 Đ5',
    scale: {
      kind: 'words',
      values: [['Giỏi', 'G'], ['Khá', 'K'], ['Trung bình', 'Tb', 'T.bình'], ['Yếu', 'Y'], ['Kém']],
    },
  },
  {
    id: 'moralConduct',
    label: 'Hạnh kiểm',
    law: 'TT58/2011 Đ3',
    scale: {
      kind: 'words',
      values: [
        ['Tốt', 'T'],
        ['Khá', 'K'],
        ['Trung bình', 'Tb', 'T.bình'],
        ['Yếu', 'Y'],
      ],
    },
  },
  {
    id: 'title',
    label: 'Danh hiệu',
    law: 'TT58/2011 Đ18',
    scale: {
      kind: 'words',
      values: [
        ['Học sinh giỏi', 'HSG'],
        ['Học sinh tiên tiến', 'HSTT'],
      ],
    },
  },
  {
    id: 'promotion',
    label: 'Kết quả cuối năm',
    law: 'TT58/2011 Đ15',
    scale: {
      kind: 'words',
      values: [
        ['Được lên lớp', 'Lên lớp'],
        ['Được lên lớp sau kiểm tra lại hoặc rèn luyện trong hè', 'Lên lớp sau kiểm tra lại'],
        ['Không được lên lớp', 'Ở lại lớp'],
      ],
    },
  },
];
