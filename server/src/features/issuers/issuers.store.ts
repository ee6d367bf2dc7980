import type { ApprovedIssuer } from '@hocba/verify';
import type { Tx } from '../../platform/database/database.ts';
import type { IssuersTables } from './issuers.tables.ts';

export interface ApprovedSeal {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly certificateSha256: string;
  /** The install that may hand in for the school. */
  readonly sender: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Seals that may have issued, of one school or of all; an ended one still counts for what it sealed before. */
export async function listApprovedSeals(tx: Tx, schoolId?: string): Promise<ApprovedSeal[]> {
  let query = tx
    .withTables<IssuersTables>()
    .selectFrom('issuer')
    .select(['schoolId', 'schoolName', 'certificateSha256', 'sender', 'validFrom', 'validTo'])
    .where('state', 'in', ['approved', 'ended'])
    .where('validFrom', 'is not', null);
  if (schoolId !== undefined) query = query.where('schoolId', '=', schoolId);
  const rows = await query.orderBy('schoolId').orderBy('certificateSha256').execute();
  return rows.flatMap((row) => (row.validFrom === null ? [] : [{ ...row, validFrom: row.validFrom }]));
}

/** As packages/verify and issuers.json have it. */
export function toTrust(seals: readonly ApprovedSeal[]): ApprovedIssuer[] {
  return seals.map(({ schoolId, certificateSha256, validFrom, validTo }) => ({
    schoolId,
    sealCertificateSha256: [certificateSha256],
    validFrom,
    ...(validTo === null ? {} : { validTo }),
  }));
}

export interface SealKey {
  readonly schoolId: string;
  readonly certificateSha256: string;
}

export function findIssuer(tx: Tx, key: SealKey) {
  return tx
    .withTables<IssuersTables>()
    .selectFrom('issuer')
    .selectAll()
    .where('schoolId', '=', key.schoolId)
    .where('certificateSha256', '=', key.certificateSha256)
    .forUpdate()
    .executeTakeFirst();
}

export function listIssuers(tx: Tx) {
  return tx
    .withTables<IssuersTables>()
    .selectFrom('issuer')
    .selectAll()
    .orderBy('schoolName')
    .orderBy('requestedAt')
    .execute();
}
