/** Loại chứng chỉ of the line "Chứng chỉ (nếu có)". No official list is published: codes are ours; the certificate's own words stand beside. */
export const qualificationKinds = [
  { id: 'foreignLanguage', label: 'Chứng chỉ ngoại ngữ', code: 'NN' },
  { id: 'informatics', label: 'Chứng chỉ tin học', code: 'TH' },
  { id: 'generalVocational', label: 'Giấy chứng nhận nghề phổ thông', code: 'NPT' },
  { id: 'ethnicLanguage', label: 'Chứng chỉ tiếng dân tộc thiểu số', code: 'TDT' },
  { id: 'other', label: 'Chứng chỉ khác', code: 'KHAC' },
] as const;

/** Loại chứng chỉ of a pupil. */
export type QualificationKind = (typeof qualificationKinds)[number]['id'];
