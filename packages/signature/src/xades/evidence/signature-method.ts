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
const pssByDigest: Readonly<Partial<Record<DigestAlgorithm, SignatureAlgorithm>>> = {
  'sha-256': 'rsa-pss-sha256',
  'sha-384': 'rsa-pss-sha384',
  'sha-512': 'rsa-pss-sha512',
};

/** The algorithm of ds:SignatureMethod; undefined where it is none of ours. Throws EvidenceRefusal. */
export function readSignatureMethod(element: XmlElement): SignatureAlgorithm | undefined {
  const uri = algorithmOf(element);
  // A secret both sides know proves nothing to a third, and a public key taken for it proves nothing at all.
  if (/#hmac-/.test(uri)) throw new EvidenceRefusal('algorithm-symmetric', element);
  if (uri === `${xml2007}rsa-pss`) return readPss(element);
  return childElements(element).length === 0 ? signatureAlgorithmByXmlUri(uri) : undefined;
}

/** PSS as this package accepts it: one digest for everything, a salt as long as the digest. @spec RFC 9231 2.3.9 */
function readPss(method: XmlElement): SignatureAlgorithm | undefined {
  const parameters = optionalMember(method, xml2007, 'RSAPSSParams');
  if (parameters === undefined) return 'rsa-pss-sha256';
  const digest = digestIn(parameters);
  const mask = optionalMember(parameters, xml2007, 'MaskGenerationFunction');
  if (mask !== undefined && algorithmOf(mask) !== `${xml2007}MGF1`) return undefined;
  const maskDigest = mask === undefined ? 'sha-256' : digestIn(mask);
  if (digest === undefined || maskDigest !== digest) return undefined;
  const number = (name: string, usual: number) => {
    const member = optionalMember(parameters, xml2007, name);
    return member === undefined ? usual : Number(textOf(member));
  };
  const usual = number('SaltLength', 32) === digestAlgorithms[digest].length && number('TrailerField', 1) === 1;
  return usual ? pssByDigest[digest] : undefined;
}

function digestIn(element: XmlElement): DigestAlgorithm | undefined {
  const method = optionalMember(element, dsNamespace, 'DigestMethod');
  return method === undefined ? 'sha-256' : digestAlgorithmByXmlUri(algorithmOf(method));
}
