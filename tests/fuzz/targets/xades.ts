import {
  checkXades,
  completeArchiveTimestamp,
  extendToLt,
  parseXml,
  prepareArchiveTimestamp,
  readXadesEvidence,
  SignatureError,
} from '@hocba/signature';
import { nodeCrypto as crypto } from '@hocba/signature/node';
import { testLayout } from '../../../packages/signature/src/xades/test-record.ts';
import { alteredBytes } from '../alter/bytes.ts';
import { alteredXml } from '../alter/xml.ts';
import { bytesOf, type FuzzTarget } from '../fuzz-target.ts';
import { foreignXml, signedRecord } from './xml.ts';

const signatureId = 'sig-cn';
const refusal = SignatureError;
const alter = alteredXml;

/** Signatures in XML. */
export const xadesTargets: readonly FuzzTarget[] = [
  {
    ...{ name: 'xades-of-records', refusal, alter, seeds: () => [signedRecord()] },
    read: (bytes) => checkXades(parseXml(bytes), { crypto, layout: testLayout }),
  },
  {
    ...{ name: 'xades-of-others', refusal, alter, read: readEvidence },
    seeds: () => [signedRecord(), ...foreignXml()],
  },
  {
    ...{ name: 'xades-extended', refusal, alter, seeds: () => [signedRecord()] },
    read: (xml) => {
      extendToLt({ xml, signatureId, certificates: [], crls: [bytesOf('x')], ocsps: [] });
      prepareArchiveTimestamp({ xml, signatureId, crypto });
    },
  },
  {
    ...{ name: 'archive-token', refusal, alter: alteredBytes, seeds: () => [bytesOf('token')] },
    read: (token) => completeArchiveTimestamp({ xml: record, signatureId, crypto }, token),
  },
];

const record = signedRecord();

async function readEvidence(bytes: Uint8Array): Promise<void> {
  const evidence = await readXadesEvidence(bytes, { crypto, detached: () => bytes });
  for (const { timestamps } of evidence) for (const { imprint } of timestamps) imprint('sha-256');
}
