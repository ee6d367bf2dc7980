import { readFileSync } from 'node:fs';
import { createTestAuthority, type TestIdentity } from '../../../../../simulators/certificate-authority/authority.ts';
import { nodeCrypto } from '../../crypto/node-crypto.ts';
import { completeDocumentTimestamp, prepareDocumentTimestamp } from '../document-timestamp.ts';
import { bytesBesideHole } from '../file-with-hole.ts';
import { roomForToken } from '../measure-hole.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { completePades, type PreparePadesInput, preparePades, signatureValueForTimestamp } from '../prepare-pades.ts';
import { addValidationData, type SignatureValidationData } from '../validation-data.ts';

/** 2026-05-29T08:15:00Z: when every sample is signed. */
export const signedAt = Date.UTC(2026, 4, 29, 8, 15);
export const authority = createTestAuthority({ at: signedAt });
export const principal = authority.issue({ commonName: 'Nguyễn Thị Bình An', keyKind: 'rsa-2048' });
export const seal = authority.issue({ kind: 'seal', commonName: 'Trường Tiểu học Thử Nghiệm' });

export type SampleName = 'tagged' | 'xref-stream';

export function sample(name: SampleName): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`${name}.pdf`, import.meta.url)));
}

export type SampleOptions = Partial<PreparePadesInput> & {
  readonly timestamp?: boolean;
  /** Put in as the timestamp whatever it is over. */
  readonly foreignToken?: Uint8Array;
};

/** The file with one more signature, by default timestamped. */
export async function signSample(pdf: Uint8Array, who: TestIdentity, options: SampleOptions = {}): Promise<Uint8Array> {
  const { certificate, chain, signer } = who;
  const prepared = preparePades({
    pdf,
    tools: nodePdfTools,
    crypto: nodeCrypto,
    fieldName: who === principal ? 'HT' : 'CONDAU',
    signerName: who === principal ? 'Nguyễn Thị Bình An' : 'Trường Tiểu học Thử Nghiệm',
    signingTime: '2026-05-29T08:15:00Z',
    certificate,
    chain,
    algorithm: signer.algorithm,
    ...options,
  });
  const [signature = new Uint8Array()] = await signer.signDigests([prepared.toBeSignedDigest]);
  if (options.timestamp === false) return completePades(prepared, signature);
  const token =
    options.foreignToken ?? authority.timestamp(signatureValueForTimestamp(signature, signer.algorithm), signedAt);
  return completePades(prepared, signature, token);
}

/** As a record is issued: the principal certifies, the school seals. */
export async function issuedSample(name: SampleName = 'tagged'): Promise<Uint8Array> {
  const certified = await signSample(sample(name), principal, { certify: { docMdp: 2 } });
  return signSample(certified, seal);
}

const revocationLists = authority.crls(signedAt + 60_000);

/** The tokens, certificates and answers a record's signatures need, as its authority gives them. */
export function evidenceFor(fieldName: string): SignatureValidationData {
  const certificates = [...authority.anchors, ...authority.intermediates, authority.tsa.certificate];
  return { fieldName, certificates, crls: revocationLists, ocsps: [] };
}

export function withEvidence(pdf: Uint8Array, ...fieldNames: readonly string[]): Uint8Array {
  const signatures = fieldNames.map((fieldName) => evidenceFor(fieldName));
  return addValidationData({ pdf, tools: nodePdfTools, crypto: nodeCrypto, signatures });
}

export function withDocumentTimestamp(pdf: Uint8Array, fieldName: string, at = signedAt + 120_000): Uint8Array {
  const tokenBytes = roomForToken(authority.timestamp(Uint8Array.of(1), at));
  const prepared = prepareDocumentTimestamp({ pdf, tools: nodePdfTools, crypto: nodeCrypto, fieldName, tokenBytes });
  return completeDocumentTimestamp(prepared, authority.timestamp(bytesBesideHole(prepared), at));
}

/** Issued, with its evidence and a timestamp over all of it: level B-LTA. */
export async function archivedSample(name: SampleName = 'tagged'): Promise<Uint8Array> {
  return withDocumentTimestamp(withEvidence(await issuedSample(name), 'HT', 'CONDAU'), 'DAUTHOIGIAN-1');
}
