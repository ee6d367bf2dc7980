/** CMS signatures that stand beside their data or hold it (.p7s, .p7m). */
export { type CadesEvidenceInput, readCadesEvidence } from './read-cades-evidence.ts';
