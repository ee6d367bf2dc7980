/**
 * The place of one signature on a year sheet: the role, and for a subject teacher the row (1-based).
 * Also the role code in the signature (`SignerRoleV2`): GVBM-<subject code>, GVCN, HT, CONDAU.
 */
export type SignatorySlot = 'homeroomTeacher' | 'principal' | 'organisationSeal' | `subjectTeacher-${number}`;
