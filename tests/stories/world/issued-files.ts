import { createHash } from 'node:crypto';
import { type PreparedTrust, prepareTrust, type VerificationReport, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools, readTrustDirectory } from '@hocba/verify/node';
import type { HttpClient } from '../../../scripts/demo/http-client.ts';
import type { StoryWorld } from './story-world.ts';

/** What anyone would be told to trust: roots, fresh lists, and the school's seal. */
export async function trustOf(world: StoryWorld, schoolId: string): Promise<PreparedTrust> {
  const [seal] = await world
    .look('school')
    .rows<{ certificate: Buffer }>(
      'select certificate from signing_credential where school_id = $1 and staff_id = $1',
      [schoolId],
    );
  if (!seal) throw new Error('the school has no seal');
  const lists = ['root', 'issuing'].map(async (name) => {
    const answer = await fetch(`${world.urls.certificateAuthority}/crl/${name}.crl`);
    return new Uint8Array(await answer.arrayBuffer());
  });
  const issuer = {
    schoolId,
    sealCertificateSha256: [createHash('sha256').update(seal.certificate).digest('hex')],
    validFrom: '2020-01-01',
  };
  const trust = { ...readTrustDirectory(world.trustDirectory), crls: await Promise.all(lists), issuers: [issuer] };
  return prepareTrust(trust, nodeVerifyTools.crypto);
}

/** Fetches an issued file as staff do, through the door. */
export function fetchIssued(client: HttpClient, yearSheetId: string, kind: 'xml' | 'pdf'): Promise<Uint8Array> {
  return client.bytes(`/api/year-sheets/${yearSheetId}/${kind}`);
}

export function verify(bytes: Uint8Array, trust: PreparedTrust): Promise<VerificationReport> {
  return verifyRecordFile(bytes, trust, { ...nodeVerifyTools, at: Date.now() });
}

/** The checks that did not pass, with their reasons; empty for a record in order. */
export function complaints(report: VerificationReport): string[] {
  return report.checks
    .filter(({ required, outcome }) => required && outcome !== 'passed')
    .map(({ name, code, details }) => `${name} ${code}: ${details.join('; ')}`);
}
