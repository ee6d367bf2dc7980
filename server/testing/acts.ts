// What tests of one feature do with another to get there.
export { carryOverClass } from '../src/features/carry-over/carry-over-class.ts';
export { readProgress } from '../src/features/carry-over/read-progress.ts';
export { releaseClass } from '../src/features/carry-over/release-class.ts';
export { withdrawYearSheet } from '../src/features/carry-over/withdraw-year-sheet.ts';
export { readClassEntry, readPupilYear } from '../src/features/entry/read-pupil-years.ts';
export { cancelSession } from '../src/features/signing/cancel-session.ts';
export { deliverSignatures, readToSign } from '../src/features/signing/deliver-signatures.ts';
export { registerSeal } from '../src/features/signing/link-credential.ts';
export { linkSealToken } from '../src/features/signing/link-token.ts';
export { readSession } from '../src/features/signing/read-signing.ts';
export type { SessionSlot } from '../src/features/signing/session-slot.ts';
export { startSession } from '../src/features/signing/start-session.ts';
