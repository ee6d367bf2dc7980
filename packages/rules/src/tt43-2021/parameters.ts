/** Ngưỡng xếp mức học tập of continuing education: the text of TT43/2021 was not at hand, so nothing is assumed. */
export interface AcademicThresholds {
  /** "Ít nhất … môn học": 06 in TT22/2021; said to be 05 here, not confirmed. */
  readonly subjectsRequired: number;
  /** Who read it where: "Sở GDĐT …, Thông tư 43/2021 Điều …". Stands in every reason. */
  readonly confirmedBy: string;
}

export interface ContinuingParameters {
  /** `off` until someone has confirmed them from the text: then no level is computed, and the product says so. */
  readonly academicThresholds: 'off' | AcademicThresholds;
}

export const defaultContinuingParameters: ContinuingParameters = { academicThresholds: 'off' };
