// Schools as issuers: a school asks for its seal (con dấu số) to be accepted, an officer of the root registry decides, all others are told.
// @law KH Mường La 2025–2026 III.1: the managing authority approves certificates of schools. Takes part: provincial or ministry officer.
// States of a seal: requested → approved | refused; approved → ended.
// GET /api/issuers → {issuers: [{schoolId, schoolName, certificateSha256, subject, issuer, notAfter, state, validFrom, validTo, …}]}
// POST /api/issuers {schoolId, certificateSha256, decision: approved|refused|ended, validFrom?, validTo?} → {decided}
import type { Feature } from '../../platform/feature.ts';
import { issuersRoutes } from './issuers.routes.ts';
import { takeIssuerNotice } from './take-issuer-notice.ts';
import { takeIssuerRequest } from './take-issuer-request.ts';

export { type ApprovedSeal, listApprovedSeals, toTrust } from './issuers.store.ts';
export type { IssuerState, IssuersTables } from './issuers.tables.ts';

export const issuers: Feature = {
  name: 'issuers',
  routes: issuersRoutes,
  messages: (platform) => ({
    'issuer-request': takeIssuerRequest(platform),
    'issuer-notice': takeIssuerNotice(platform),
  }),
};
