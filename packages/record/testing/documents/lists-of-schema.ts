import * as record from '../../src/index.ts';

/** The code list behind each enumerated type of the schema. */
export const listsOfSchema: Readonly<Record<string, readonly { readonly code: string; readonly label: string }[]>> = {
  GioiTinh: record.genders,
  TinhTrangSoDinhDanh: record.personalIdStatuses,
  CapHocTieuHoc: record.schoolLevels.filter(({ id }) => id === 'primary'),
  CapHocTHCS: record.schoolLevels.filter(({ id }) => id === 'lowerSecondary'),
  CapHocTHPT: record.schoolLevels.filter(({ id }) => id === 'upperSecondary'),
  CapHocGDTX: record.schoolLevels.filter(({ id }) => id === 'continuingEducation'),
  MaMonTieuHoc: record.primarySubjects,
  MucDatMon: record.subjectLevels,
  MucDat: record.qualityLevels,
  MaPhamChat: record.coreQualities,
  MaNangLuc: record.coreCompetences,
  KetQuaGiaoDuc: record.primaryEducationResults,
  MaMonTHCS: record.lowerSecondaryForm.map(record.secondarySubjectTerm),
  MaMonTHPT: record.upperSecondaryForm.map(record.secondarySubjectTerm),
  DatChuaDat: record.commentResults,
  MucTrungHoc: record.secondaryLevels,
  KetQuaLenLop: record.promotionManners,
  HinhThucKhen: record.commendationForms,
  MaDanhHieu: record.secondaryCommendations,
  LoaiChungChi: record.qualificationKinds,
  CapToChuc: record.competitionLevels,
  Giai: record.competitionPrizes,
};
