import assert from 'node:assert/strict';
import { buildSignedData } from '@hocba/signature';
import { nodeCrypto, signData } from '@hocba/signature/node';
import { type PreparedTrust, prepareTrust, verifyRecordFile } from '@hocba/verify';
import { nodeVerifyTools } from '@hocba/verify/node';
import { checkFile, contextOf } from '../../../cli/src/signature-check/check-file.ts';
import { archivedSample, authority, signedAt } from '../../../packages/signature/src/pades/samples/signed-samples.ts';
import { SampleSchool } from '../../samples/make-samples.ts';
import { verifyTime } from '../../samples/sample-authority.ts';
import { alteredBytes } from '../alter/bytes.ts';
import { alteredPdf } from '../alter/pdf.ts';
import { alteredXml } from '../alter/xml.ts';
import { bytesOf, type FuzzTarget } from '../fuzz-target.ts';
import { foreignXml, signedRecord } from './xml.ts';

const verifyXml = verifier();
const verifyPdf = verifier();

/** Whole files to a verdict, as the commands and the portal give it: whatever a file holds is in the report. */
export const judgementTargets: readonly FuzzTarget[] = [
  { name: 'verify-xml', read: verifyXml.read, seeds: () => [verifyXml.school().xml()], alter: alteredXml },
  { name: 'verify-pdf', read: verifyPdf.read, seeds: async () => [await verifyPdf.school().pdf()], alter: alteredPdf },
  { name: 'signature-check-xml', read: check, seeds: () => [signedRecord(), ...foreignXml()], alter: alteredXml },
  { name: 'signature-check-pdf', read: check, seeds: async () => [await archivedSample()], alter: alteredPdf },
  { name: 'signature-check-cms', read: check, seeds: () => [signedMessage()], alter: alteredBytes },
];

function verifier() {
  let made: { readonly school: SampleSchool; readonly trust: PreparedTrust } | undefined;
  const own = () => {
    const school = made?.school ?? new SampleSchool();
    made ??= { school, trust: prepareTrust(school.trust(), nodeCrypto) };
    return made;
  };
  const read = async (bytes: Uint8Array): Promise<void> => {
    const { sentence } = await verifyRecordFile(bytes, own().trust, { ...nodeVerifyTools, at: verifyTime });
    assert.match(sentence, /\.$/);
  };
  return { read, school: () => own().school };
}

const job = {
  anchors: [{ certificate: authority.root.certificate }],
  material: { certificates: [], crls: authority.crls(), ocsps: [] },
  ...{ at: signedAt + 86_400_000, detached: [], online: false },
};
const context = contextOf(job);

/** Unreadable only for the reasons that have a sentence of their own. */
async function check(bytes: Uint8Array): Promise<void> {
  const { outcome, signatures } = await checkFile(bytes, context, job);
  assert.equal(signatures.length > 0, outcome !== 'unreadable' && outcome !== 'unsigned');
}

function signedMessage(): Uint8Array {
  const { certificate, chain, signer, key } = authority.issue();
  const content = { encapsulated: bytesOf('học bạ') };
  const prepared = buildSignedData({ content, certificate, chain, algorithm: signer.algorithm }, nodeCrypto);
  return prepared.finish(signData(key.privateKey, signer.algorithm, prepared.toBeSigned));
}
