/** Tình trạng số định danh cá nhân. `temporary`: the school's code until the register gives one. */
export const personalIdStatuses = [
  { id: 'official', label: 'Số định danh cá nhân', code: 'CT' },
  { id: 'temporary', label: 'Mã tạm', code: 'TAM' },
] as const;

/** Tình trạng số định danh cá nhân. */
export type PersonalIdStatus = (typeof personalIdStatuses)[number]['id'];
