import { type CryptoPort, digestAlgorithms } from '../crypto/index.ts';
import { escapeAttribute, escapeText } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import { commitmentPrefix, dsNamespace, xadesNamespace } from './names.ts';
import type { SignaturePolicy, XadesInput } from './prepared-xades.ts';
import { writtenCertificate } from './written-certificate.ts';

/**
 * xades:SignedProperties in its exclusive canonical form, which is also how it stands in the file: every ds: element
 * declares its own namespace again. @spec EN 319 132-1 5.2
 */
export function writeSignedProperties(input: XadesInput, crypto: CryptoPort): string {
  const { ids, policy } = input;
  return [
    `<xades:SignedProperties xmlns:xades="${xadesNamespace}" Id="${escapeAttribute(ids.signedProperties)}">`,
    '<xades:SignedSignatureProperties>',
    element('SigningTime', input.signingTime),
    signingCertificates([input.certificate, ...(input.chain ?? [])], crypto),
    policy === undefined ? '' : policyIdentifier(policy),
    element('SignerRoleV2', element('ClaimedRoles', element('ClaimedRole', escapeText(input.role)))),
    '</xades:SignedSignatureProperties>',
    element('SignedDataObjectProperties', `${dataObjectFormats(input)}${commitment(input)}`),
    '</xades:SignedProperties>',
  ].join('');
}

/** The Id of a ds:Reference, to which the format of its data object points. */
export function referenceId(input: XadesInput, index: number): string {
  return `${input.ids.signature}-r${index + 1}`;
}

/** @spec EN 319 132-1 5.2.2.2 */
function signingCertificates(certificates: readonly Uint8Array[], crypto: CryptoPort): string {
  const entries = certificates.map((certificate) => {
    const { digest, issuerSerial } = writtenCertificate(certificate, crypto);
    return element('Cert', `${element('CertDigest', digestPair(digest))}${element('IssuerSerialV2', issuerSerial)}`);
  });
  return element('SigningCertificateV2', entries.join(''));
}

/** @spec EN 319 132-1 5.2.9 */
function policyIdentifier(policy: SignaturePolicy): string {
  const qualifier = policy.id.startsWith('urn:oid:') ? ' Qualifier="OIDAsURN"' : '';
  const identifier = `<xades:Identifier${qualifier}>${escapeText(policy.id)}</xades:Identifier>`;
  const description = policy.description === undefined ? '' : element('Description', escapeText(policy.description));
  const id = element('SigPolicyId', `${identifier}${description}`);
  const hash = element('SigPolicyHash', digestPair(encodeBase64(policy.digest)));
  return element('SignaturePolicyIdentifier', element('SignaturePolicyId', `${id}${hash}`));
}

/** @spec EN 319 132-1 5.2.4 */
function dataObjectFormats(input: XadesInput): string {
  const formats = input.references.map(({ mimeType }, index) => {
    const target = escapeAttribute(`#${referenceId(input, index)}`);
    const type = element('MimeType', escapeText(mimeType));
    return `<xades:DataObjectFormat ObjectReference="${target}">${type}</xades:DataObjectFormat>`;
  });
  return formats.join('');
}

/** @spec EN 319 132-1 5.2.3 */
function commitment(input: XadesInput): string {
  const id = element('CommitmentTypeId', element('Identifier', `${commitmentPrefix}${input.commitment}`));
  return element('CommitmentTypeIndication', `${id}${element('AllSignedDataObjects', '')}`);
}

const ds = `xmlns:ds="${dsNamespace}"`;
const digestMethod = `<ds:DigestMethod ${ds} Algorithm="${digestAlgorithms['sha-256'].xmlUri}"></ds:DigestMethod>`;

function digestPair(digest: string): string {
  return `${digestMethod}<ds:DigestValue ${ds}>${digest}</ds:DigestValue>`;
}

function element(name: string, content: string): string {
  return `<xades:${name}>${content}</xades:${name}>`;
}
