import type { CalendarDate } from '../partial-date.ts';

/** Where a code list comes from and since when its values may stand in a record. */
export interface CodeListSource {
  readonly title: string;
  /** The document that gives the values; `null`: none is published. */
  readonly citation: string | null;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** `official`: the document's own; `ours`: chosen here until an official list is at hand. */
  readonly codes: 'official' | 'ours' | 'none';
}

const now = { validTo: null } as const;
const tt27 = { validFrom: '2020-10-20', ...now } as const;
const tt22 = { validFrom: '2021-09-05', ...now } as const;
const open = { validFrom: null, ...now } as const;

/** Every code list of this package by the name it is exported under. */
export const codeListSources: Readonly<Record<string, CodeListSource>> = {
  recordStates: { title: 'Trạng thái học bạ', citation: 'KH213/KH-BGDĐT PL 1', codes: 'ours', ...open },
  duties: { title: 'Nhiệm vụ', citation: null, codes: 'none', ...open },
  signatureProfiles: { title: 'Cấu hình chữ ký', citation: null, codes: 'none', ...open },
  signingCapacities: {
    title: 'Tư cách ký',
    citation: 'NĐ30/2020 Đ13',
    codes: 'official',
    validFrom: '2020-03-05',
    ...now,
  },
  schoolLevels: { title: 'Cấp học', citation: 'CSDL ngành, trường manhomcaphoc', codes: 'official', ...open },
  genders: { title: 'Giới tính', citation: 'QCVN 109:2017/BTTTT', codes: 'official', ...open },
  personalIdStatuses: { title: 'Tình trạng số định danh cá nhân', citation: null, codes: 'ours', ...open },
  primarySubjects: {
    title: 'Môn học cấp tiểu học',
    citation: 'TT32/2018; TT13/2022; TT17/2025',
    codes: 'ours',
    ...tt27,
  },
  subjectLevels: { title: 'Mức đạt được của môn học', citation: 'TT27/2020 Đ6', codes: 'official', ...tt27 },
  coreQualities: { title: 'Phẩm chất chủ yếu', citation: 'TT32/2018', codes: 'ours', ...tt27 },
  coreCompetences: { title: 'Năng lực cốt lõi', citation: 'TT32/2018', codes: 'ours', ...tt27 },
  qualityLevels: {
    title: 'Mức đạt được của phẩm chất, năng lực',
    citation: 'TT27/2020 Đ6',
    codes: 'official',
    ...tt27,
  },
  primaryEducationResults: {
    title: 'Kết quả giáo dục cấp tiểu học',
    citation: 'TT27/2020 Đ9.2.a',
    codes: 'ours',
    ...tt27,
  },
  commendations: { title: 'Khen thưởng cuối năm (tiểu học)', citation: 'TT27/2020 Đ13', codes: 'ours', ...tt27 },
  secondarySubjects: {
    title: 'Môn học cấp THCS, THPT',
    citation: 'TT32/2018; TT13/2022; TT17/2025',
    codes: 'ours',
    ...tt22,
  },
  secondaryLevels: { title: 'Mức học tập, rèn luyện', citation: 'TT22/2021 Đ8, Đ9', codes: 'official', ...tt22 },
  commentResults: {
    title: 'Kết quả môn học đánh giá bằng nhận xét',
    citation: 'TT22/2021 Đ5, Đ9.1',
    codes: 'official',
    ...tt22,
  },
  promotionManners: { title: 'Kết luận lên lớp (THCS, THPT)', citation: 'TT22/2021 Đ12', codes: 'ours', ...tt22 },
  secondaryCommendations: {
    title: 'Danh hiệu cuối năm (THCS, THPT)',
    citation: 'TT22/2021 Đ15.1',
    codes: 'ours',
    ...tt22,
  },
  commendationForms: {
    title: 'Hình thức khen thưởng',
    citation: 'TT22/2021 Đ15; TT27/2020 Đ13',
    codes: 'ours',
    ...tt27,
  },
  qualificationKinds: { title: 'Loại chứng chỉ', citation: null, codes: 'ours', ...open },
  competitionLevels: { title: 'Cấp tổ chức cuộc thi', citation: null, codes: 'ours', ...open },
  competitionPrizes: { title: 'Giải cuộc thi', citation: null, codes: 'ours', ...open },
  ethnicGroups: {
    title: 'Dân tộc',
    citation: 'QĐ121-TCTK/PPCĐ (1979)',
    codes: 'official',
    validFrom: '1979-03-02',
    ...now,
  },
  provinces: {
    title: 'Tỉnh, thành phố',
    citation: 'QĐ19/2025/QĐ-TTg',
    codes: 'official',
    validFrom: '2025-07-01',
    ...now,
  },
  formerProvinces: {
    title: 'Tỉnh, thành phố trước 1/7/2025',
    citation: 'QĐ124/2004/QĐ-TTg',
    codes: 'official',
    validFrom: '2008-08-01',
    validTo: '2025-06-30',
  },
  datedProvinces: {
    title: 'Tỉnh, thành phố theo ngày',
    citation: 'QĐ19/2025/QĐ-TTg',
    codes: 'official',
    validFrom: '2025-07-01',
    ...now,
  },
};

/** Single values that ended before their list: the level of a competition held by a district. @law NQ203/2025/QH15 */
export const endedValues: readonly { readonly list: string; readonly value: string; readonly validTo: CalendarDate }[] =
  [{ list: 'competitionLevels', value: 'district', validTo: '2025-06-30' }];
