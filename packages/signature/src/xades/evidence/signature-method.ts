import {
  type DigestAlgorithm,
  digestAlgorithmByXmlUri,
  digestAlgorithms,
  type SignatureAlgorithm,
  signatureAlgorithmByXmlUri,
} from '../../crypto/index.ts';
import { childElements, type XmlElement } from '../../xml/index.ts';
import { dsNamespace } from '../names.ts';
import { algorithmOf, optionalMember, textOf } from './foreign-members.ts';
import { EvidenceRefusal } from './problems.ts';

const xml2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
/** No key could hold more. */
const longestSalt = 2048;
const pssByDigest: Readonly<Partial<Record<DigestAlgorithm, SignatureAlgorithm>>> = {
  'sha-256': 'rsa-pss-sha256',
  'sha-384': 'rsa-pss-sha384',
  'sha-512': 'rsa-pss-sha512',
};

export interface SignatureMethod {
  readonly algorithm: SignatureAlgorithm;
  /** PSS whose salt is not as long as the digest. */
  readonly saltLength?: number;
}

/** The algorithm of ds:SignatureMethod; undefined where it is none of ours. Throws EvidenceRefusal. */
export function readSignatureMethod(element: XmlElement): SignatureMethod | undefined {
  const uri = algorithmOf(element);
  // A secret both sides know proves nothing to a third, and a public key taken for it proves nothing at all.
  if (/#hmac-/.test(uri)) throw new EvidenceRefusal('algorithm-symmetric', element);
  if (uri === `${xml2007}rsa-pss`) return readPss(element);
  const algorithm = childElements(element).length === 0 ? signatureAlgorithmByXmlUri(uri) : undefined;
  return algorithm === undefined ? undefined : { algorithm };
}

/** PSS as this package accepts it: one digest for data and mask. @spec RFC 9231 2.3.9 */
function readPss(method: XmlElement): SignatureMethod | undefined {
  const parameters = optionalMember(method, xml2007, 'RSAPSSParams');
  if (parameters === undefined) return { algorithm: 'rsa-pss-sha256' };
  const digest = digestIn(parameters);
  const mask = optionalMember(parameters, xml2007, 'MaskGenerationFunction');
  if (mask !== undefined && algorithmOf(mask) !== `${xml2007}MGF1`) return undefined;
  const maskDigest = mask === undefined ? digest : digestIn(mask);
  if (digest === undefined || maskDigest !== digest) return undefined;
  const number = (name: string, usual: number) => {
    const member = optionalMember(parameters, xml2007, name);
    return member === undefined ? usual : Number(textOf(member));
  };
  const algorithm = pssByDigest[digest];
  const saltLength = number('SaltLength', 32);
  const possible = Number.isInteger(saltLength) && saltLength >= 0 && saltLength <= longestSalt;
  if (algorithm === undefined || !possible || number('TrailerField', 1) !== 1) return undefined;
  return saltLength === digestAlgorithms[digest].length ? { algorithm } : { algorithm, saltLength };
}

function digestIn(element: XmlElement): DigestAlgorithm | undefined {
  const method = optionalMember(element, dsNamespace, 'DigestMethod');
  return method === undefined ? 'sha-256' : digestAlgorithmByXmlUri(algorithmOf(method));
}
