import { formatPartialDate, slotLabel, type YearSheet } from '@hocba/record';
import type { Profile } from '../../profile.ts';
import { principalSignsPdf } from './pdf-signatories.ts';
import { type ItemSlot, isPdfSlot, type SessionSlot } from './session-slot.ts';

/** A place one act would sign on a sheet, and whom the sheet expects there. */
export interface SigningPlace {
  readonly slot: ItemSlot;
  readonly staffId: string;
}

export interface PlacesOf {
  readonly slot: SessionSlot;
  readonly staffId: string | null;
  readonly profile: Profile;
}

/** Every place of a sheet that an act in this capacity is about; a subject teacher's own rows only. */
export function signingPlaces(sheet: YearSheet, { slot, staffId, profile }: PlacesOf): SigningPlace[] {
  const { signatories } = sheet;
  switch (slot) {
    case 'subjectTeacher':
      return signatories.filter((each) => each.slot.startsWith('subjectTeacher-') && each.staffId === staffId);
    case 'principalPdf':
      return principalSignsPdf(profile, sheet)
        ? signatories.filter((each) => each.slot === 'principal').map((each) => ({ slot, staffId: each.staffId }))
        : [];
    default:
      return signatories.filter((each) => each.slot === slot);
  }
}

/** What a list of documents calls the place, on both screens; the birth date tells pupils of one name apart. */
export function labelOfPlace(sheet: YearSheet, slot: ItemSlot): string {
  const { student, className, schoolYear, version } = sheet;
  const document = isPdfSlot(slot) ? 'Bản PDF học bạ' : 'Học bạ';
  const row = slot.startsWith('subjectTeacher-') && !isPdfSlot(slot) ? `, ${slotLabel(slot, sheet)}` : '';
  const pupil = `${student.fullName}, sinh ${formatPartialDate(student.birthDate)}`;
  return `${document} lớp ${className}, năm học ${schoolYear}: ${pupil} (phiên bản ${version}${row})`;
}
