/** Where the text of TT22/2021 leaves more than one reading: a named choice with a visible default. */
export interface SecondaryParameters {
  /** Đ9.3 "chỉ do kết quả của duy nhất 01 môn học". */
  readonly raiseReading: 'othersAlone' | 'counterfactual';
  /** Whether the one subject of Đ9.3 may be one assessed by comment. */
  readonly raiseByCommentSubject: 'included' | 'scoredOnly';
  /** Đ9.3 once more after reassessment. */
  readonly raiseAfterReassessment: 'applied' | 'notApplied';
  /** Tự chọn subjects in the conditions of Đ9.2. */
  readonly electives: 'ignored' | 'counted';
  /** Rèn luyện and học tập both Chưa đạt. */
  readonly bothNotAchieved: 'retained' | 'trainingThenReassessment';
  /** Titles of a pupil with more than 45 half-days of absence. */
  readonly titleDespiteAbsences: 'given' | 'withheld';
}

export const defaultSecondaryParameters: SecondaryParameters = {
  raiseReading: 'othersAlone',
  raiseByCommentSubject: 'included',
  raiseAfterReassessment: 'applied',
  electives: 'ignored',
  bothNotAchieved: 'retained',
  titleDespiteAbsences: 'given',
};

interface ParameterNote {
  readonly label: string;
  /** How sure the default is: M one indirect source or practice, L not stated in any text read. */
  readonly confidence: 'M' | 'L';
  readonly settings: Readonly<Record<string, string>>;
}

export const secondaryParameterNotes: Readonly<Record<keyof SecondaryParameters, ParameterNote>> = {
  raiseReading: {
    label: 'Cách hiểu “chỉ do duy nhất 01 môn học” của Đ9.3',
    confidence: 'M',
    settings: {
      othersAlone: 'các môn còn lại phải tự đủ số môn của mức Tốt hoặc Khá',
      counterfactual: 'nếu riêng môn đó đủ cao thì học sinh đạt mức Tốt hoặc Khá',
    },
  },
  raiseByCommentSubject: {
    label: 'Môn học duy nhất của Đ9.3',
    confidence: 'M',
    settings: { included: 'gồm cả môn đánh giá bằng nhận xét', scoredOnly: 'chỉ môn có điểm số' },
  },
  raiseAfterReassessment: {
    label: 'Đ9.3 sau đánh giá lại',
    confidence: 'L',
    settings: { applied: 'được áp dụng', notApplied: 'không áp dụng' },
  },
  electives: {
    label: 'Môn học tự chọn khi xét kết quả học tập',
    confidence: 'L',
    settings: { ignored: 'không xét', counted: 'xét như môn bắt buộc' },
  },
  bothNotAchieved: {
    label: 'Rèn luyện và học tập cùng Chưa đạt',
    confidence: 'M',
    settings: {
      retained: 'không được lên lớp, hiệu trưởng có thể quyết định khác kèm lý do',
      trainingThenReassessment: 'rèn luyện trong kì nghỉ hè đạt thì được đánh giá lại',
    },
  },
  titleDespiteAbsences: {
    label: 'Danh hiệu của học sinh nghỉ quá 45 buổi',
    confidence: 'M',
    settings: { given: 'vẫn xét, vì Đ15 không nêu điều kiện số buổi nghỉ', withheld: 'không xét' },
  },
};

export function secondaryParameters(chosen: Partial<SecondaryParameters> = {}): SecondaryParameters {
  return { ...defaultSecondaryParameters, ...chosen };
}

export function secondarySettingInWords(parameters: SecondaryParameters, name: keyof SecondaryParameters): string {
  const { label, settings } = secondaryParameterNotes[name];
  return `${label}: ${settings[parameters[name]] ?? parameters[name]}`;
}
