// Seal, XML and PDF: what a school issues. The PDF is made of the signed XML, carries it byte for byte, and is sealed (PAdES B-T).
// @law TT27/2020, mẫu học bạ; NĐ 30/2020 Đ18: issued promptly after the head's signature. Takes part: seal clerk.
// States: signedByPrincipal → issued.
import type { Feature } from '../../platform/feature.ts';
import { issuanceRoutes } from './issuance.routes.ts';
import { issueRecords } from './issue-records.ts';
import { rendering } from './rendering.ts';

export { type IssuedRecord, listIssued } from './issuance.store.ts';
export type { IssuanceTables } from './issuance.tables.ts';

export const issuance: Feature = {
  name: 'issuance',
  routes: issuanceRoutes,
  work: (platform) => ({ issueRecords: (item) => issueRecords(platform, rendering(), item) }),
};
