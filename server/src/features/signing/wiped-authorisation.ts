import type { countItems, SessionChange, SigningSession } from './session.store.ts';

/** What an act that ends wipes: its authorisation, unless the seal's key still has PDFs of signed sheets to seal. */
export function wipedAuthorisation(
  { slot }: Pick<SigningSession, 'slot'>,
  counts: Awaited<ReturnType<typeof countItems>>,
): Pick<SessionChange, 'authorisation' | 'authorisedUntil'> {
  const sealServesOn = slot === 'organisationSeal' && (counts['signed'] ?? 0) > 0;
  return sealServesOn ? {} : { authorisation: null, authorisedUntil: null };
}
