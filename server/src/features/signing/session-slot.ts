import type { SignatorySlot } from '@hocba/record';

/** In which capacity one act signs, in the order of a record's life: one place on every sheet, all rows a subject teacher taught, or the PDF made of the sealed XML. */
export const sessionSlots = [
  { id: 'subjectTeacher', label: 'Giáo viên bộ môn ký' },
  { id: 'homeroomTeacher', label: 'Giáo viên chủ nhiệm ký' },
  { id: 'principal', label: 'Hiệu trưởng ký' },
  { id: 'organisationSeal', label: 'Đóng dấu của trường' },
  { id: 'principalPdf', label: 'Hiệu trưởng ký bản PDF' },
] as const;

export type SessionSlot = (typeof sessionSlots)[number]['id'];

/** A place on the PDF: the principal's, or that of a seal on a token. */
export type PdfSlot = 'principalPdf' | 'sealPdf';

/** What one item of an act is about: a place of the XML, or of the PDF. */
export type ItemSlot = SignatorySlot | PdfSlot;

export function isPdfSlot(slot: ItemSlot): slot is PdfSlot {
  return slot === 'principalPdf' || slot === 'sealPdf';
}

export function sessionSlotLabel(slot: SessionSlot): string {
  return sessionSlots.find(({ id }) => id === slot)?.label ?? slot;
}
