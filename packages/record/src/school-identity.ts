/** Trường, as it stood when the sheet was frozen: text as issued beside the codes, for names change. */
export interface SchoolIdentity {
  readonly schoolId: string;
  readonly name: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
}
