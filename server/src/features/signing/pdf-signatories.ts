import type { YearSheet } from '@hocba/record';
import { inForce, type Profile } from '../../profile.ts';

/** Whether the principal signs the PDF of this sheet as well: by the profile in force when it was carried over, so that it does not change under way. */
export function principalSignsPdf(profile: Profile, sheet: Pick<YearSheet, 'carriedOverOn'>): boolean {
  return inForce(profile.pdfSignatures, sheet.carriedOverOn) === 'principalAndSeal';
}
