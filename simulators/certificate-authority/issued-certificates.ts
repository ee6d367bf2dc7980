import { parseCertificate } from '@hocba/signature';
import type { Pool } from 'pg';
import type { CertificateStanding } from './answer-ocsp.ts';
import type { RevocationReasonName, RevokedCertificate } from './issue-crl.ts';

/** The register of everything issued: what is not in it was not issued. */
export class IssuedCertificates {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Enters a certificate; a request asked twice gets the certificate of the first time. */
  async enter(certificate: Uint8Array, kind: string, requestId: string | undefined): Promise<Uint8Array> {
    const { serialNumber, subject } = parseCertificate(certificate);
    const { rowCount } = await this.#pool.query(
      `insert into issued_certificate (serial_number, issuer, kind, subject, certificate, request_id)
       values ($1, 'issuing', $2, $3, $4, $5) on conflict (request_id) do nothing`,
      [serialNumber, kind, subject.text, certificate, requestId ?? null],
    );
    return rowCount === 1 || requestId === undefined ? certificate : this.#issuedFor(requestId);
  }

  /** Marks as revoked; false when there is no such certificate. The first revocation stands. */
  async revoke(serialNumber: string, at: number, reason: RevocationReasonName): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `update issued_certificate set revoked_at = coalesce(revoked_at, $2),
         revocation_reason = coalesce(revocation_reason, $3) where serial_number = $1`,
      [serialNumber, new Date(at), reason],
    );
    return rowCount === 1;
  }

  async revokedBy(issuer: 'root' | 'issuing'): Promise<readonly RevokedCertificate[]> {
    const { rows } = await this.#pool.query<StandingRow>(
      `select serial_number, revoked_at, revocation_reason from issued_certificate
       where issuer = $1 and revoked_at is not null order by serial_number`,
      [issuer],
    );
    return rows.flatMap((row) => {
      const standing = standingOf(row);
      return typeof standing === 'string' ? [] : [standing];
    });
  }

  async standings(issuer: 'root' | 'issuing', serials: readonly string[]): Promise<Map<string, CertificateStanding>> {
    const { rows } = await this.#pool.query<StandingRow>(
      `select serial_number, revoked_at, revocation_reason from issued_certificate
       where issuer = $1 and serial_number = any($2)`,
      [issuer, serials],
    );
    return new Map(rows.map((row) => [row.serial_number, standingOf(row)]));
  }

  async #issuedFor(requestId: string): Promise<Uint8Array> {
    const { rows } = await this.#pool.query<{ certificate: Buffer }>(
      'select certificate from issued_certificate where request_id = $1',
      [requestId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`no certificate for request ${requestId}`);
    return row.certificate;
  }
}

interface StandingRow {
  readonly serial_number: string;
  readonly revoked_at: Date | null;
  readonly revocation_reason: RevocationReasonName | null;
}

function standingOf({ serial_number: serialNumber, revoked_at, revocation_reason }: StandingRow): CertificateStanding {
  if (revoked_at === null) return 'good';
  return { serialNumber, at: revoked_at.getTime(), reason: revocation_reason ?? 'unspecified' };
}
