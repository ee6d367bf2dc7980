import { rowOfSlot, type SignatorySlot, slotOfCode } from './signatory-slot.ts';
import { subjectTermOfRow } from './subject-row.ts';
import type { YearSheet } from './year-sheet.ts';

const wholes: Readonly<Record<string, string>> = {
  tt: 'Phần thông tin chung (trường, học sinh, người ký)',
  kq: 'Phần kết quả các môn học và hoạt động giáo dục',
  nx: 'Phần nhận xét của giáo viên chủ nhiệm',
};

/**
 * What a person calls the part with this `Id`: "Phần môn Toán" for `mh-2`, "Chữ ký của hiệu trưởng" for `sig-ht`,
 * `sv-ht` and `sp-ht`. Without a readable sheet, rows go by number. Undefined for a stranger.
 */
export function labelOfPart(id: string, sheet?: YearSheet): string | undefined {
  const whole = wholes[id];
  if (whole) return whole;
  const [, kind, code = ''] = /^(mh|sig|sv|sp)-(.+)$/.exec(id) ?? [];
  if (kind === 'mh') return /^[1-9]\d?$/.test(code) ? `Phần ${labelOfRow(Number(code), sheet)}` : undefined;
  const slot = kind === undefined ? undefined : slotOfCode(code);
  if (slot === 'organisationSeal') return slotLabel(slot, sheet);
  return slot && `Chữ ký của ${inSentence(slotLabel(slot, sheet))}`;
}

/** What a person reads beside a signature: "Giáo viên môn Toán", "Giáo viên chủ nhiệm", "Giám đốc", "Con dấu của trường". */
export function slotLabel(slot: SignatorySlot, sheet?: YearSheet): string {
  const centre = sheet?.schoolLevel === 'continuingEducation';
  switch (slot) {
    case 'homeroomTeacher':
      return 'Giáo viên chủ nhiệm';
    case 'principal':
      return centre ? 'Giám đốc' : 'Hiệu trưởng';
    case 'organisationSeal':
      return centre ? 'Con dấu của trung tâm' : 'Con dấu của trường';
    default:
      return `Giáo viên ${labelOfRow(rowOfSlot(slot) ?? 0, sheet)}`;
  }
}

/** "môn Toán"; an activity goes without "môn"; an unknown row by its number. */
function labelOfRow(position: number, sheet: YearSheet | undefined): string {
  const term = sheet && subjectTermOfRow(sheet, position);
  if (!term) return `môn học ở dòng ${position}`;
  const { label, activity } = term;
  return activity ? label : `môn ${label}`;
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
