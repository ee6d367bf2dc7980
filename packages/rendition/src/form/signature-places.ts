import type { SignatorySlot } from '@hocba/record';

/** A place for a signature: whose, under which heading, how paper is signed there. */
export interface SignaturePlace {
  readonly slot: SignatorySlot;
  readonly heading: string;
  readonly instruction: string;
  readonly usualPosition: string;
  readonly sealed: boolean;
}

/** Where hiệu trưởng or giám đốc signs and the school seals. */
export function headPlace(heading: string, usualPosition: string): SignaturePlace {
  return { slot: 'principal', heading, instruction: '(Ký, ghi rõ họ tên và đóng dấu)', usualPosition, sealed: true };
}

export function homeroomTeacherPlace(heading: string): SignaturePlace {
  const instruction = '(Ký và ghi rõ họ tên)';
  return { slot: 'homeroomTeacher', heading, instruction, usualPosition: 'Giáo viên chủ nhiệm', sealed: false };
}
