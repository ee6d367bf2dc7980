/** Where the text of TT27/2020 leaves more than one reading, or was not at hand: a named choice with a visible default. */
export interface PrimaryParameters {
  /** Điểm 0 của bài kiểm tra định kì. */
  readonly zeroScore: 'rejected' | 'accepted';
  /** Năng lực Công nghệ, Tin học of grades 1 and 2 left blank. */
  readonly competencesBeforeSubject: 'ignoredWhenBlank' | 'required';
  /** Môn học tự chọn in the condition "tất cả môn học". */
  readonly electives: 'ignored' | 'counted';
  /** Tin học and Công nghệ are one subject with two rows. */
  readonly informaticsTechnologyTest: 'eachBranch' | 'oneForBoth';
  /** The best result that a supplementary assessment can give. */
  readonly highestAfterSupplementary: 'completed' | 'asComputed';
  /** Longest comment, in characters: a limit of this system, not of the circular. */
  readonly commentMaxLength: number;
}

export const defaultPrimaryParameters: PrimaryParameters = {
  zeroScore: 'rejected',
  competencesBeforeSubject: 'ignoredWhenBlank',
  electives: 'ignored',
  informaticsTechnologyTest: 'eachBranch',
  highestAfterSupplementary: 'completed',
  commentMaxLength: 2000,
};

interface ParameterNote {
  readonly label: string;
  /** How sure the default is: M one indirect source or practice, L not stated in any text read, own: ours alone. */
  readonly confidence: 'M' | 'L' | 'own';
  readonly settings: Readonly<Record<string, string>>;
}

/** What an administrator sees beside each choice, and what a reason says when the choice mattered. */
export const primaryParameterNotes: Readonly<Record<keyof PrimaryParameters, ParameterNote>> = {
  zeroScore: {
    label: 'Điểm 0 của bài kiểm tra định kì',
    confidence: 'M',
    settings: {
      rejected: 'không nhận điểm 0 (như quy định trước đây của TT22/2016)',
      accepted: 'nhận điểm 0',
    },
  },
  competencesBeforeSubject: {
    label: 'Năng lực Công nghệ và Tin học ở lớp 1, lớp 2',
    confidence: 'M',
    settings: {
      ignoredWhenBlank: 'để trống thì không xét, vì chưa học môn Tin học và Công nghệ',
      required: 'phải có mức đạt được',
    },
  },
  electives: {
    label: 'Môn học tự chọn khi xét kết quả giáo dục',
    confidence: 'M',
    settings: { ignored: 'không xét', counted: 'có mức đạt được thì xét như môn bắt buộc' },
  },
  informaticsTechnologyTest: {
    label: 'Bài kiểm tra định kì môn Tin học và Công nghệ',
    confidence: 'M',
    settings: {
      eachBranch: 'mỗi phân môn Tin học, Công nghệ có điểm riêng và đều được xét',
      oneForBoth: 'một điểm chung, ghi ở một trong hai dòng',
    },
  },
  highestAfterSupplementary: {
    label: 'Mức cao nhất sau đánh giá bổ sung',
    confidence: 'L',
    settings: {
      completed: 'Hoàn thành, vì đánh giá bổ sung để xét hoàn thành chương trình lớp học',
      asComputed: 'theo kết quả tính lại',
    },
  },
  commentMaxLength: {
    label: 'Độ dài nhận xét nhiều nhất',
    confidence: 'own',
    settings: {},
  },
};

export function primaryParameters(chosen: Partial<PrimaryParameters> = {}): PrimaryParameters {
  return { ...defaultPrimaryParameters, ...chosen };
}

/** "Năng lực Công nghệ và Tin học ở lớp 1, lớp 2: để trống thì không xét, …" */
export function settingInWords(parameters: PrimaryParameters, name: keyof PrimaryParameters): string {
  const note = primaryParameterNotes[name];
  const value = String(parameters[name]);
  return `${note.label}: ${note.settings[value] ?? value}`;
}
