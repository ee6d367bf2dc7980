import {
  createTestAuthority,
  type TestAuthority,
} from '../../../../../simulators/certificate-authority/test-authority.ts';
import { encodePem, parseCertificate } from '../../certificate/index.ts';
import { nodeCrypto, privateKeyFromPkcs8, signData } from '../../node.ts';
import { buildOcspRequest } from '../../revocation/index.ts';
import { buildTimestampRequest, parseTimestampResponse } from '../../timestamp/index.ts';
import { addTimestampValidation, completeArchiveTimestamp, extendToLt, prepareArchiveTimestamp } from '../index.ts';
import { signTestRecord } from '../test-record.ts';
import type { TestSignatory } from '../test-signatories.ts';

const signatureId = 'sig-cn';

/** For tests: one record, its first signature taken from level to level; its certificates are good today. */
export function extendedRecords() {
  const authority = createTestAuthority({ at: Date.now() });
  const signatories = ['Giáo viên', 'Hiệu trưởng', 'Con dấu'].map((name) => signatoryOf(authority, name));
  const anchor = authority.root.certificate;
  const record = signTestRecord(signatories, {
    ...{ anchor, anchorPem: encodePem(anchor), issue: (name) => signatoryOf(authority, name) },
    timestamp: (data) => authority.timestamp(data),
  });
  const basic = new TextEncoder().encode(record.xml);
  const material = materialOf(
    authority,
    signatories.map(({ certificate }) => certificate),
  );
  const longTerm = extendToLt({ xml: basic, signatureId, ...material });
  const archived = archive(longTerm, authority);
  const validated = addTimestampValidation({ xml: archived, signatureId, ...material, ocsps: [] });
  return {
    ...{ authority, material, signatureId },
    withoutTimestamps: new TextEncoder().encode(signTestRecord(signatories).xml),
    levels: {
      ...{ 'B-T': basic, 'B-LT': longTerm, 'B-LTA': archived },
      'B-LTA renewed': archive(validated, authority),
    },
  };
}

function signatoryOf(authority: TestAuthority, commonName: string): TestSignatory {
  const { certificate, chain, privateKeyPkcs8 } = authority.issue({ commonName });
  const key = privateKeyFromPkcs8(privateKeyPkcs8);
  const algorithm = 'ecdsa-sha256';
  return { algorithm, certificate, chain, sign: (data) => signData(key, algorithm, data) };
}

function materialOf(authority: TestAuthority, signers: readonly Uint8Array[]) {
  const { certificate: issuing } = authority.authority;
  const issuer = parseCertificate(issuing);
  const ocsps = signers.map((der) => {
    const request = { certificate: parseCertificate(der), issuer, crypto: nodeCrypto };
    return authority.ocsp(buildOcspRequest(request));
  });
  const { root, responder, tsa } = authority;
  const certificates = [issuing, root.certificate, responder.certificate, tsa.certificate];
  return { certificates, crls: authority.crls(), ocsps };
}

function archive(xml: Uint8Array, authority: TestAuthority): Uint8Array {
  const input = { xml, signatureId, crypto: nodeCrypto };
  const digest = prepareArchiveTimestamp(input);
  const nonce = Uint8Array.from({ length: 8 }, (_, index) => index + 1);
  const answer = authority.answerTimestamp(buildTimestampRequest(digest, nonce));
  return completeArchiveTimestamp(input, parseTimestampResponse(answer, { digest, nonce }).der);
}
