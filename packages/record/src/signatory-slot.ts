/**
 * Vị trí ký: the place of one signature on a year sheet, that is the role, and for a subject teacher the row (1-based).
 */
export type SignatorySlot = 'homeroomTeacher' | 'principal' | 'organisationSeal' | `subjectTeacher-${number}`;

/** A person, or the school, whose signature this sheet calls for. Fixed when the sheet is frozen. */
export interface ExpectedSignatory {
  readonly slot: SignatorySlot;
  /** Họ và tên as in the certificate; for the seal, the school's name. */
  readonly name: string;
  /** Chức vụ as printed: "Hiệu trưởng", "KT. HIỆU TRƯỞNG – PHÓ HIỆU TRƯỞNG" … */
  readonly position: string;
  /** Mã định danh cán bộ (CSDL ngành); for the seal, the school's code. */
  readonly staffId: string;
}

/** Those who sign for the whole sheet, in order. */
export const wholeSheetSlots = ['homeroomTeacher', 'principal', 'organisationSeal'] as const satisfies SignatorySlot[];

/** The slot of the teacher who signs row `row` (1-based). */
export function rowSlot(row: number): SignatorySlot {
  return `subjectTeacher-${row}`;
}

/** The row (1-based) a subject teacher's slot stands for; undefined for the others. */
export function rowOfSlot(slot: SignatorySlot): number | undefined {
  return slot.startsWith('subjectTeacher-') ? Number(slot.slice('subjectTeacher-'.length)) : undefined;
}

/** `Id` of the ds:Signature: `sig-gv-3`, `sig-cn`, `sig-ht`, `sig-cq`. */
export function signatureId(slot: SignatorySlot): string {
  return `sig-${slotCode(slot)}`;
}

/** `Id` of its SignatureValue: `sv-gv-3`, `sv-cn` … */
export function signatureValueId(slot: SignatorySlot): string {
  return `sv-${slotCode(slot)}`;
}

/** `Id` of its SignedProperties: `sp-gv-3`, `sp-cn` … */
export function signedPropertiesId(slot: SignatorySlot): string {
  return `sp-${slotCode(slot)}`;
}

/** Wire code of a slot: `gv-3`, `cn`, `ht`, `cq`. */
export function slotCode(slot: SignatorySlot): string {
  switch (slot) {
    case 'homeroomTeacher':
      return 'cn';
    case 'principal':
      return 'ht';
    case 'organisationSeal':
      return 'cq';
    default:
      return `gv-${rowOfSlot(slot)}`;
  }
}

/** The slot of a wire code; undefined for anything else. */
export function slotOfCode(code: string): SignatorySlot | undefined {
  const fixed = wholeSheetSlots.find((slot) => slotCode(slot) === code);
  if (fixed) return fixed;
  const row = /^gv-([1-9]\d?)$/.exec(code)?.[1];
  return row === undefined ? undefined : rowSlot(Number(row));
}

/** The slot a ds:Signature's `Id` stands for; undefined for a stranger. */
export function slotOfSignatureId(id: string): SignatorySlot | undefined {
  return id.startsWith('sig-') ? slotOfCode(id.slice('sig-'.length)) : undefined;
}
