import { buildSignedData, type SignedDataInput } from '../../cms/index.ts';
import { nodeCrypto } from '../../crypto/node-crypto.ts';
import { latin1Bytes, latin1Text } from '../../pdf/text-bytes.ts';
import { bytesBesideHole, withHoleFilled } from '../file-with-hole.ts';
import { nodePdfTools } from '../node-pdf-tools.ts';
import { preparePades } from '../prepare-pades.ts';
import { principal } from './signed-samples.ts';

/** What the CMS says it is over; the digest of the file itself unless told otherwise. */
type Content = (signedBytes: Uint8Array) => SignedDataInput['content'];

const digestOfFile: Content = (data) => ({ detachedDigest: nodeCrypto.digest('sha-256', data) });

/** A certified file whose text, of the same length, was changed before the signature was made: forms we never write ourselves. */
export async function signEdited(
  pdf: Uint8Array,
  edit: (text: string) => string,
  content: Content = digestOfFile,
): Promise<Uint8Array> {
  const { certificate, chain, signer } = principal;
  const { algorithm } = signer;
  const named = {
    fieldName: 'HT',
    signerName: 'HT',
    signingTime: '2026-05-29T08:15:00Z',
    certify: { docMdp: 2 },
  } as const;
  const tools = { crypto: nodeCrypto, tools: nodePdfTools };
  const prepared = preparePades({ ...named, ...tools, pdf, certificate, chain, algorithm, holeBytes: 6000 });
  const edited = { ...prepared, pdf: latin1Bytes(edit(latin1Text(prepared.pdf))) };
  const signedData = { content: content(bytesBesideHole(edited)), certificate, chain, algorithm };
  const { digestToBeSigned, finish } = buildSignedData(signedData, nodeCrypto);
  const [signature = new Uint8Array()] = await signer.signDigests([digestToBeSigned]);
  return withHoleFilled(edited, finish(signature));
}
