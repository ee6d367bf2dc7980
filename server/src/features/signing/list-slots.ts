import type { SchoolLevel } from '@hocba/record';
import type { Actor } from '../../platform/actor.ts';
import { type Profile, signatureProfilesOf } from '../../profile.ts';
import { type SessionSlot, sessionSlots } from './session-slot.ts';
import { maySignAs } from './signing.policy.ts';

/** In which capacities this person may sign here, with what screens call each; those no profile ever asked for are left out. */
export function listSlots(actor: Actor, profile: Profile, level: SchoolLevel) {
  return sessionSlots.filter(({ id }) => isAskedFor(id, profile, level) && maySignAs(actor, id).allowed);
}

function isAskedFor(slot: SessionSlot, profile: Profile, level: SchoolLevel): boolean {
  switch (slot) {
    case 'subjectTeacher':
      return signatureProfilesOf(profile, level).some(({ value }) => value.endsWith('PerSubject'));
    case 'principalPdf':
      return profile.pdfSignatures.some(({ value }) => value === 'principalAndSeal');
    default:
      return true;
  }
}
