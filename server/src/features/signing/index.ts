// Who signs next, and one act over a named list of documents: a remote service (CSC v2, CSC v1, SmartCA style) or a USB token for people, PKCS#12 or a USB token for the seal.
// @law KH 213/KH-BGDĐT PL 2.1; signatures after packages/record/policy. Takes part: teachers, principal, seal clerk.
// States of an act: preparing → requesting → awaitingApproval → signing → finished | rejected | failed.
// Every step reads its state from the database, so a killed process loses and doubles nothing.
import type { Feature } from '../../platform/feature.ts';
import { advanceSession } from './advance-session.ts';
import { signingRoutes } from './signing.routes.ts';
import { timestampPdfSignatures } from './timestamp-pdf-signatures.ts';
import { timestampSignatures } from './timestamp-signatures.ts';

export { type Credential, findCredential } from './credential.store.ts';
export { judgeFitness, refuseUnfitNow } from './judge-fitness.ts';
export { countWaitingForPrincipal, type OfferedPdf, offeredPdfs, offerPdfs, type PdfToSign } from './pdf.store.ts';
export { principalSignsPdf } from './pdf-signatories.ts';
export { reencryptSecrets } from './reencrypt-secrets.ts';
export { filledIn, offeredWithoutSeal, prepareSealPlace } from './seal-place.ts';
export { hasSecondList, listForSeal } from './second-list.ts';
export {
  getSession,
  type SigningSession,
  type StoredSignature,
  signaturesOf,
  unprepareItems,
  updateSession,
} from './session.store.ts';
export { algorithmFor } from './signature-algorithm.ts';
export type { SigningTables } from './signing.tables.ts';
export { snapshotOf } from './start-session.ts';
export { sealKeyPurpose, unlockSeal } from './unlock-seal.ts';

export const signing: Feature = {
  name: 'signing',
  routes: signingRoutes,
  work: (platform) => ({
    signingSession: (item) => advanceSession(platform, item),
    timestampSignatures: (item) => timestampSignatures(platform, item),
    timestampPdfSignatures: (item) => timestampPdfSignatures(platform, item),
  }),
};
