import type { Actor } from '../../platform/actor.ts';
import type { Profile } from '../../profile.ts';
import { type SessionSlot, sessionSlots } from './session-slot.ts';
import { maySignAs } from './signing.policy.ts';

/** In which capacities this person may sign here, with what screens call each; those no profile ever asked for are left out. */
export function listSlots(actor: Actor, profile: Profile) {
  return sessionSlots.filter(({ id }) => isAskedFor(id, profile) && maySignAs(actor, id).allowed);
}

function isAskedFor(slot: SessionSlot, profile: Profile): boolean {
  switch (slot) {
    case 'subjectTeacher':
      return profile.signatureProfile.some(({ value }) => value.endsWith('PerSubject'));
    case 'principalPdf':
      return profile.pdfSignatures.some(({ value }) => value === 'principalAndSeal');
    default:
      return true;
  }
}
