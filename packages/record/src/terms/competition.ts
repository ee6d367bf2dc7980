/** Cấp tổ chức of a competition named on the forms. The district was abolished on 1/7/2025; older records keep it. Codes are ours. */
export const competitionLevels = [
  { id: 'school', label: 'Cấp trường', code: 'TRUONG' },
  { id: 'commune', label: 'Cấp xã', code: 'XA' },
  { id: 'district', label: 'Cấp huyện', code: 'HUYEN' },
  { id: 'province', label: 'Cấp tỉnh', code: 'TINH' },
  { id: 'nation', label: 'Cấp quốc gia', code: 'QG' },
  { id: 'region', label: 'Khu vực', code: 'KV' },
  { id: 'international', label: 'Quốc tế', code: 'QT' },
] as const;

/** Cấp tổ chức of a competition. */
export type CompetitionLevel = (typeof competitionLevels)[number]['id'];

/** Giải of a competition; the words of the award stand beside. Codes are ours. */
export const competitionPrizes = [
  { id: 'first', label: 'Giải Nhất', code: '1' },
  { id: 'second', label: 'Giải Nhì', code: '2' },
  { id: 'third', label: 'Giải Ba', code: '3' },
  { id: 'consolation', label: 'Giải Khuyến khích', code: 'KK' },
  { id: 'gold', label: 'Huy chương Vàng', code: 'HCV' },
  { id: 'silver', label: 'Huy chương Bạc', code: 'HCB' },
  { id: 'bronze', label: 'Huy chương Đồng', code: 'HCD' },
  { id: 'participation', label: 'Tham gia', code: 'TG' },
] as const;

/** Giải of a competition. */
export type CompetitionPrize = (typeof competitionPrizes)[number]['id'];
