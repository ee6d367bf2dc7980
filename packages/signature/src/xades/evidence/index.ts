/** Files made by anyone: read tolerantly, reported fully, trusted in nothing. */
export { type EvidenceLimits, type EvidenceOptions, evidenceLimits } from './evidence-options.ts';
export { type EvidenceProblemCode, problemMeaning } from './problems.ts';
export { readXadesEvidence } from './read-evidence.ts';
