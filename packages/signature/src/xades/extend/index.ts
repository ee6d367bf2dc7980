/** Signatures that must be proved for decades: validation material and archive timestamps, added to what stands. */
export { type ArchiveTimestampInput, completeArchiveTimestamp, prepareArchiveTimestamp } from './archive-timestamp.ts';
export { addTimestampValidation, extendToLt, type LongTermInput } from './extend-to-lt.ts';
export type { LongTermMaterial } from './validation-values.ts';
