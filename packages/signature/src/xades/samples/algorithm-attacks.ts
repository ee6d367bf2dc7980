import type { Attack } from './attack-sample.ts';

const method =
  (name: string, uri: string, inside = ''): Attack['attacked'] =>
  ({ changed }) =>
    changed(new RegExp(`<ds:${name} Algorithm="[^"]*">`), `<ds:${name} Algorithm="${uri}">${inside}`);

const transform = { asRecord: 'transform-not-allowed', asForeign: 'transform-not-allowed' } as const;
const xpath = '<ds:XPath>ancestor-or-self::HoTen</ds:XPath>';
const symmetric = { asRecord: 'algorithm-not-allowed', asForeign: 'algorithm-symmetric' } as const;
const ds = 'http://www.w3.org/2000/09/xmldsig#';

/** Transforms that choose, compute or fetch; algorithms that prove nothing. */
export const algorithmAttacks: readonly Attack[] = [
  {
    ...transform,
    name: 'an XPath transform',
    attacked: method('Transform', 'http://www.w3.org/TR/1999/REC-xpath-19991116', xpath),
  },
  {
    ...transform,
    name: 'an XPath filter that keeps only a part',
    attacked: method(
      'Transform',
      'http://www.w3.org/2002/06/xmldsig-filter2',
      '<XPath xmlns="http://www.w3.org/2002/06/xmldsig-filter2" Filter="intersect">/</XPath>',
    ),
  },
  {
    ...transform,
    name: 'an XSLT transform',
    attacked: method('Transform', 'http://www.w3.org/TR/1999/REC-xslt-19991116'),
  },
  {
    ...transform,
    name: 'a decryption transform',
    attacked: method('Transform', 'http://www.w3.org/2002/07/decrypt#XML'),
  },
  {
    name: 'a transform that cuts out the signature, which stands elsewhere',
    attacked: method('Transform', `${ds}enveloped-signature`),
    ...{ asRecord: 'transform-not-allowed', asForeign: 'enveloped-transform-outside' },
  },
  {
    name: 'canonicalisation that keeps comments',
    attacked: method('Transform', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments'),
    ...{ asRecord: 'transform-not-allowed', asForeign: 'signature-value-wrong' },
  },
  {
    name: 'six transforms',
    attacked: ({ changed }) => changed(/(<ds:Transform .*?<\/ds:Transform>)/, '$1$1$1$1$1$1'),
    ...{ asRecord: 'transform-not-allowed', asForeign: 'too-many-transforms' },
  },
  {
    name: 'canonicalisation nobody knows',
    attacked: method('CanonicalizationMethod', 'urn:x'),
    ...{ asRecord: 'canonicalisation-not-allowed', asForeign: 'canonicalisation-not-allowed' },
  },
  {
    ...symmetric,
    name: 'HMAC with the public key as the secret',
    attacked: method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256'),
  },
  {
    name: 'HMAC cut to one bit',
    attacked: method('SignatureMethod', `${ds}hmac-sha1`, '<ds:HMACOutputLength>1</ds:HMACOutputLength>'),
    ...{ asRecord: 'structure-wrong', asForeign: 'algorithm-symmetric' },
  },
  {
    name: 'RSA with SHA-1',
    attacked: method('SignatureMethod', `${ds}rsa-sha1`),
    ...{ asRecord: 'algorithm-not-allowed', asForeign: 'algorithm-not-supported' },
  },
  {
    name: 'RSA with MD5',
    attacked: method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-md5'),
    ...{ asRecord: 'algorithm-not-allowed', asForeign: 'algorithm-not-supported' },
  },
  {
    name: 'an MD5 digest',
    attacked: method('DigestMethod', 'http://www.w3.org/2001/04/xmldsig-more#md5'),
    ...{ asRecord: 'algorithm-not-allowed', asForeign: 'algorithm-not-supported' },
  },
  {
    name: 'a SHA-1 digest',
    attacked: method('DigestMethod', `${ds}sha1`),
    ...{ asRecord: 'algorithm-not-allowed', asForeign: 'reference-digest-wrong' },
  },
  {
    name: 'an algorithm of another key family',
    attacked: method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'),
    ...{ asRecord: 'key-does-not-fit', asForeign: 'signature-value-wrong' },
  },
];
