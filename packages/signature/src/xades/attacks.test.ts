import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CryptoPort, digestAlgorithms } from '../crypto/index.ts';
import { nodeCrypto } from '../node.ts';
import { parseXml, XmlError } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import { checkXades, completeXades, prepareXades, type XadesFindingCode, type XadesInput } from './index.ts';
import { signTestRecord, testLayout, testParts, testPolicy } from './test-record.ts';
import { testSignatories } from './test-signatories.ts';

const encoder = new TextEncoder();
const authority = testSignatories();

const teacher = authority.issue('Giáo viên', 'rsa-sha256');
const attacker = authority.issue('Kẻ gian', 'rsa-sha256');
const { xml, signatures, prepared } = signTestRecord([teacher, teacher, teacher], authority);

/** The codes of everything found; an unreadable file gives the reader's code. */
async function codesOf(attacked: string): Promise<readonly string[]> {
  assert.notEqual(attacked, xml, 'the attack changed nothing');
  try {
    const document = parseXml(encoder.encode(attacked));
    const reports = await checkXades(document, { crypto: nodeCrypto, layout: testLayout });
    return reports.flatMap(({ findings }) => findings.map(({ code }) => code));
  } catch (error) {
    if (error instanceof XmlError) return [error.code];
    throw error;
  }
}

const forged = testParts.kq.replace('<Diem>9</Diem>', '<Diem>10</Diem>').replaceAll(/ Id="mh-\d"/g, '');
const strangers = { 'with another Id': forged.replace('"kq"', '"kq2"'), 'without Id': forged.replace(' Id="kq"', '') };
const moved = (to: (original: string) => string, forgery: string) => to(xml.replace(testParts.kq, forgery));

/** Where the signed original may be hidden; the forgery stands in its place. */
const hidingPlaces: Readonly<Record<string, readonly [hide: (attacked: string) => string, code: XadesFindingCode]>> = {
  'at the end of the root (XSW 1)': [(x) => x.replace('</HocBa>', `${testParts.kq}</HocBa>`), 'reference-misplaced'],
  'in a wrapper of its own (XSW 2)': [
    (x) => x.replace('</HocBa>', `<Luu>${testParts.kq}</Luu></HocBa>`),
    'reference-misplaced',
  ],
  'before the forgery (XSW 3)': [
    (x) => x.replace('<KetQua', `<Luu>${testParts.kq}</Luu><KetQua`),
    'reference-misplaced',
  ],
  'inside the forgery (XSW 4)': [(x) => x.replace('</KetQua>', `${testParts.kq}</KetQua>`), 'reference-misplaced'],
  'beside the signatures (XSW 5)': [(x) => x.replace('</ChuKy>', `${testParts.kq}</ChuKy>`), 'reference-misplaced'],
  'inside the signature (XSW 6)': [
    (x) => x.replace('</ds:Signature>', `${testParts.kq}</ds:Signature>`),
    'structure-wrong',
  ],
  'in the place of extensions (XSW 7)': [
    (x) => x.replace('</ThongTin>', `<MoRong>${testParts.kq}</MoRong></ThongTin>`),
    'reference-misplaced',
  ],
  'in an Object of the signature (XSW 8)': [
    (x) => x.replace('</ds:Signature>', `<ds:Object>${testParts.kq}</ds:Object></ds:Signature>`),
    'structure-wrong',
  ],
  'among the unsigned properties': [
    (x) => x.replace('<xades:UnsignedSignatureProperties>', `<xades:UnsignedSignatureProperties>${testParts.kq}`),
    'unsigned-property-not-allowed',
  ],
};

for (const [where, [hide, code]] of Object.entries(hidingPlaces)) {
  for (const [how, forgery] of Object.entries(strangers)) {
    test(`a part moved ${where}, a forged one ${how} in its place, is refused`, async () => {
      const codes = await codesOf(moved(hide, forgery));
      assert.ok(codes.includes(code), codes.join(' '));
    });
  }
  test(`a part copied ${where}, its Id kept on both, is not even read`, async () => {
    assert.deepEqual(await codesOf(moved(hide, forged)), ['xml-duplicate-id']);
  });
}

const [first = '', second = ''] = signatures;
const signedInfo = prepared[0]?.signedInfo ?? '';
const signedProperties = prepared[0]?.signedProperties ?? '';
const keyInfo = /<ds:KeyInfo>.*?<\/ds:KeyInfo>/.exec(first)?.[0] ?? '';
const timestampOf = (signature: string) =>
  /<xades:UnsignedProperties>.*<\/xades:UnsignedProperties>/.exec(signature)?.[0] ?? '';
const algorithmOf = (name: string, uri: string) =>
  first.replace(new RegExp(`<ds:${name} Algorithm="[^"]*"`), `<ds:${name} Algorithm="${uri}"`);
const withFirst = (changed: string) => xml.replace(first, changed);
const evil = (id: string) => signedProperties.replace('GVCN', 'HT').replace('Id="sp-cn"', `Id="${id}"`);

/** Each attack on the first signature or around it, and the reason it must be refused for. */
const attacks: Readonly<Record<string, readonly [attacked: () => string, code: string]>> = {
  'the whole record wrapped in a forged one': [
    () => xml.replace('\n<HocBa', '\n<HocBa xmlns="urn:vn:hocba:1.0"><HocBa').replace('</HocBa>', '</HocBa></HocBa>'),
    'signature-misplaced',
  ],
  'a signature moved out of its place': [
    () => xml.replace(first, '').replace('<ChuKy>', `${first}<ChuKy>`),
    'signature-misplaced',
  ],
  'a signature inside another': [
    () =>
      xml
        .replace(second, '')
        .replace(
          '<xades:UnsignedSignatureProperties>',
          `<xades:UnsignedSignatureProperties><xades:CounterSignature>${second}</xades:CounterSignature>`,
        ),
    'signature-misplaced',
  ],
  'a stray SignedInfo outside any signature': [
    () => xml.replace('<ChuKy>', `${signedInfo.replaceAll(/ Id="[^"]*"/g, '')}<ChuKy>`),
    'signature-part-misplaced',
  ],
  'something called Signature in another namespace': [
    () => xml.replace('<ChuKy>', '<ChuKy><Signature></Signature>'),
    'signature-lookalike',
  ],
  'a second SignedInfo': [
    () => withFirst(first.replace(signedInfo, `${signedInfo}${signedInfo.replaceAll(/ Id="[^"]*"/g, '')}`)),
    'structure-wrong',
  ],
  'a forged SignedInfo before the signed one': [
    () => withFirst(first.replace(signedInfo, `${signedInfo.replaceAll(/ Id="[^"]*"/g, '')}${signedInfo}`)),
    'structure-wrong',
  ],
  'a second SignatureValue': [
    () => withFirst(first.replace('<ds:KeyInfo>', '<ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo>')),
    'structure-wrong',
  ],
  'a SignedInfo of another namespace beside the signed one': [
    () => withFirst(first.replace(signedInfo, `${signedInfo}<ds:SignedInfo xmlns:ds="urn:x"></ds:SignedInfo>`)),
    'structure-wrong',
  ],
  'a second Object with forged properties': [
    () => withFirst(first.replace('</ds:Signature>', `<ds:Object>${evil('sp-x')}</ds:Object></ds:Signature>`)),
    'structure-wrong',
  ],
  'the signed properties moved away, forged ones in their place': [
    () => withFirst(first.replace(signedProperties, evil('sp-x'))).replace('</HocBa>', `${signedProperties}</HocBa>`),
    'signed-properties-of-another',
  ],
  'properties that say they belong to another signature': [
    () => withFirst(first.replace('Target="#sig-cn"', 'Target="#sig-ht"')),
    'signed-properties-of-another',
  ],
  'no reference to the signed properties by their type': [
    () => withFirst(first.replace(/ Type="[^"]*#SignedProperties"/, '')),
    'signed-properties-not-signed',
  ],
  'a part called signed properties by the type of its reference': [
    () => withFirst(first.replace(' URI="#tt"', ' Type="http://uri.etsi.org/01903#SignedProperties" URI="#tt"')),
    'signed-properties-not-signed',
  ],
  'a part called a countersigned signature': [
    () => withFirst(first.replace(' URI="#tt"', ' Type="http://uri.etsi.org/01903#CountersignedSignature" URI="#tt"')),
    'reference-type-wrong',
  ],
  'a reference called a manifest': [
    () => withFirst(first.replace(' URI="#tt"', ' Type="http://www.w3.org/2000/09/xmldsig#Manifest" URI="#tt"')),
    'reference-type-wrong',
  ],
  'no reference at all': [() => withFirst(first.replaceAll(/<ds:Reference .*?<\/ds:Reference>/g, '')), 'no-references'],
  'thirty-one references': [
    () =>
      withFirst(
        first.replace(
          '</ds:SignedInfo>',
          `${/<ds:Reference .*?<\/ds:Reference>/
            .exec(first)?.[0]
            .replace(/ Id="[^"]*"/, '')
            .repeat(26)}</ds:SignedInfo>`,
        ),
      ),
    'too-many-references',
  ],
  'one part referenced twice': [() => withFirst(first.replace('URI="#kq"', 'URI="#tt"')), 'reference-repeated'],
  'a reference to the network': [
    () => withFirst(first.replace('URI="#tt"', 'URI="http://127.0.0.1:1/x"')),
    'reference-external',
  ],
  'a reference to a file': [
    () => withFirst(first.replace('URI="#tt"', 'URI="file:///etc/passwd"')),
    'reference-external',
  ],
  'a reference to the whole document': [() => withFirst(first.replace('URI="#tt"', 'URI=""')), 'reference-external'],
  'an XPointer': [() => withFirst(first.replace('URI="#tt"', 'URI="#xpointer(id(\'tt\'))"')), 'reference-not-found'],
  'a reference without URI': [() => withFirst(first.replace(' URI="#tt"', '')), 'structure-wrong'],
  'a reference to the signature’s own value': [
    () => withFirst(first.replace('URI="#tt"', 'URI="#sv-cn"')),
    'reference-misplaced',
  ],
  'a reference to a whole signature': [
    () => withFirst(first.replace('URI="#tt"', 'URI="#sig-ht"')),
    'reference-misplaced',
  ],
  'an XPath transform': [
    () => withFirst(algorithmOf('Transform', 'http://www.w3.org/TR/1999/REC-xpath-19991116')),
    'transform-not-allowed',
  ],
  'an XSLT transform': [
    () => withFirst(algorithmOf('Transform', 'http://www.w3.org/TR/1999/REC-xslt-19991116')),
    'transform-not-allowed',
  ],
  'a transform that cuts out': [
    () => withFirst(algorithmOf('Transform', 'http://www.w3.org/2000/09/xmldsig#enveloped-signature')),
    'transform-not-allowed',
  ],
  'canonicalisation that keeps comments': [
    () => withFirst(algorithmOf('Transform', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments')),
    'transform-not-allowed',
  ],
  'a second transform': [
    () => withFirst(first.replace(/(<ds:Transform .*?<\/ds:Transform>)/, '$1$1')),
    'transform-not-allowed',
  ],
  'canonicalisation nobody knows': [
    () => withFirst(algorithmOf('CanonicalizationMethod', 'urn:x')),
    'canonicalisation-not-allowed',
  ],
  'HMAC with the public key as the secret': [
    () => withFirst(algorithmOf('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256')),
    'algorithm-not-allowed',
  ],
  'HMAC cut to one bit': [
    () =>
      withFirst(
        algorithmOf('SignatureMethod', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1').replace(
          '</ds:SignatureMethod>',
          '<ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>',
        ),
      ),
    'structure-wrong',
  ],
  'RSA with SHA-1': [
    () => withFirst(algorithmOf('SignatureMethod', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1')),
    'algorithm-not-allowed',
  ],
  'a SHA-1 digest': [
    () => withFirst(algorithmOf('DigestMethod', digestAlgorithms['sha-1'].xmlUri)),
    'algorithm-not-allowed',
  ],
  'an algorithm of another key family': [
    () => withFirst(algorithmOf('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256')),
    'key-does-not-fit',
  ],
  'a digest cut short': [
    () => withFirst(first.replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>AAAA')),
    'value-malformed',
  ],
  'a digest with white space in it': [
    () => withFirst(first.replace('<ds:DigestValue>', '<ds:DigestValue> ')),
    'value-malformed',
  ],
  'a comment inside a digest': [
    () => withFirst(first.replace('<ds:DigestValue>', '<ds:DigestValue><!-- AAAA -->')),
    'xml-comment',
  ],
  'a comment inside a name': [() => xml.replace('Nguyễn Thị', 'Nguyễn<!-- --> Thị'), 'xml-comment'],
  'an element inside a digest': [
    () => withFirst(first.replace('<ds:DigestValue>', '<ds:DigestValue><x></x>')),
    'structure-wrong',
  ],
  'an entity': [
    () => xml.replace('?>\n', '?>\n<!DOCTYPE HocBa [<!ENTITY e "10">]>').replace('<Diem>9', '<Diem>&e;'),
    'xml-doctype',
  ],
  'an instruction': [() => xml.replace('<ChuKy>', '<?x y?><ChuKy>'), 'xml-processing-instruction'],
  'an Id set twice by xml:id': [() => xml.replace('<ChuKy>', '<ChuKy xml:id="tt">'), 'xml-malformed'],
  'a bare key in KeyInfo': [
    () => withFirst(first.replace('<ds:KeyInfo>', '<ds:KeyInfo><ds:KeyValue></ds:KeyValue>')),
    'key-info-not-allowed',
  ],
  'a RetrievalMethod': [
    () => withFirst(first.replace('<ds:KeyInfo>', '<ds:KeyInfo><ds:RetrievalMethod URI="#tt"></ds:RetrievalMethod>')),
    'key-info-not-allowed',
  ],
  'a certificate nothing signed speaks for': [
    () => withFirst(first.replace('</ds:X509Data>', `${x509(attacker.certificate)}</ds:X509Data>`)),
    'certificate-not-bound',
  ],
  'the attacker’s certificate and signature under the same SignedInfo': [
    () => withFirst(resigned(signedInfo).replace(keyInfo, attackersKeyInfo())),
    'signing-certificate-mismatch',
  ],
  'the attacker’s signature under the teacher’s certificate': [
    () => withFirst(resigned(signedInfo)),
    'signature-value-wrong',
  ],
  'the signature value of another signature': [
    () => withFirst(first.replace(signatureText(first), signatureText(second))),
    'signature-value-wrong',
  ],
  'the timestamp of another signature': [
    () => withFirst(first.replace(timestampOf(first), timestampOf(second))),
    'timestamp-of-another',
  ],
  'a timestamp that is none': [
    () => withFirst(first.replace(/<xades:EncapsulatedTimeStamp>[^<]*/, '<xades:EncapsulatedTimeStamp>AAAA')),
    'timestamp-malformed',
  ],
  'a timestamp without token': [
    () => withFirst(first.replace(/<xades:EncapsulatedTimeStamp>.*?<\/xades:EncapsulatedTimeStamp>/, '')),
    'structure-wrong',
  ],
  'a namespace declaration renamed that the element does not need': [
    () => withFirst(first.replace('<ds:SignatureValue xmlns:ds=', '<ds:SignatureValue xmlns:dS=')),
    'spelling-not-canonical',
  ],
  'a namespace declaration left out that the element does not need': [
    () => withFirst(first.replace(/<ds:DigestValue xmlns:ds="[^"]*"/, '<ds:DigestValue')),
    'spelling-not-canonical',
  ],
  'an unsigned property of one’s own': [
    () =>
      withFirst(
        first.replace('<xades:UnsignedSignatureProperties>', '<xades:UnsignedSignatureProperties><Duyet></Duyet>'),
      ),
    'unsigned-property-not-allowed',
  ],
};

for (const [what, [attacked, code]] of Object.entries(attacks)) {
  test(`${what} is refused as ${code}`, async () => {
    const codes = await codesOf(attacked());
    assert.ok(codes.includes(code), codes.join(' ') || 'nothing found');
  });
}

test('a second place for signatures makes both suspect', async () => {
  const codes = await codesOf(xml.replace('</ChuKy>', '</ChuKy><ChuKy></ChuKy>'));
  assert.deepEqual(codes, ['signature-misplaced', 'signature-misplaced', 'signature-misplaced']);
});

test('properties naming another certificate than the key that signed are refused', async () => {
  const codes = await codesOf(xml.replace(first, signedAs({ certificate: attacker.certificate })));
  assert.ok(codes.includes('signature-value-wrong'), codes.join(' '));
});

test('an issuer and serial number of another certificate are refused, the digest being right', async () => {
  const mixed: CryptoPort = {
    ...nodeCrypto,
    digest: (algorithm, data) =>
      nodeCrypto.digest(algorithm, data === attacker.certificate ? teacher.certificate : data),
  };
  const signature = signedAs({ certificate: attacker.certificate }, mixed);
  const codes = await codesOf(xml.replace(first, signature.replace(/<ds:KeyInfo>.*?<\/ds:KeyInfo>/, keyInfo)));
  assert.ok(codes.includes('signing-certificate-mismatch'), codes.join(' '));
});

test('a signature cut off the record leaves the later ones naming what is gone', async () => {
  const codes = await codesOf(xml.replace(first, ''));
  assert.deepEqual(codes, ['reference-not-found', 'reference-not-found']);
});

test('more signatures than any record has are not all looked at, and that is said', async () => {
  const empty = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"></ds:Signature>';
  const started = performance.now();
  const codes = await codesOf(xml.replace('</ChuKy>', `${empty.repeat(20_000)}</ChuKy>`));
  assert.equal(codes.length, 101 - 3);
  assert.equal(codes.at(-1), 'too-many-signatures');
  assert.ok(performance.now() - started < 2000);
});

test('a hostile number of strays costs no more than reading it', async () => {
  const stray = `<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${'<x></x>'.repeat(5000)}</ds:SignedInfo>`;
  const started = performance.now();
  assert.ok((await codesOf(xml.replace('<ChuKy>', `${stray.repeat(5)}<ChuKy>`))).includes('signature-part-misplaced'));
  assert.ok(performance.now() - started < 2000);
});

function signedAs(change: Partial<XadesInput>, crypto: CryptoPort = nodeCrypto): string {
  const digest = crypto.digest('sha-256', encoder.encode(testParts.tt));
  const input: XadesInput = {
    ids: { signature: 'sig-cn', signatureValue: 'sv-cn', signedProperties: 'sp-cn' },
    references: [{ uri: '#tt', digest, mimeType: 'application/xml' }],
    certificate: teacher.certificate,
    signingTime: '2027-05-31T08:00:00Z',
    role: 'GVCN',
    commitment: 'ProofOfApproval',
    policy: testPolicy,
    algorithm: 'rsa-sha256',
    ...change,
  };
  const ready = prepareXades(input, crypto);
  return completeXades(ready, teacher.sign(encoder.encode(ready.signedInfo)));
}

function resigned(info: string): string {
  return first.replace(signatureText(first), encodeBase64(attacker.sign(encoder.encode(info))));
}

function signatureText(signature: string): string {
  return /<ds:SignatureValue[^>]*>([^<]*)/.exec(signature)?.[1] ?? '';
}

function attackersKeyInfo(): string {
  return `<ds:KeyInfo><ds:X509Data>${x509(attacker.certificate)}</ds:X509Data></ds:KeyInfo>`;
}

function x509(certificate: Uint8Array): string {
  return `<ds:X509Certificate>${encodeBase64(certificate)}</ds:X509Certificate>`;
}
