import { digestAlgorithms, signatureAlgorithms } from '../crypto/index.ts';
import { escapeAttribute } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import { dsNamespace, exclusiveC14n, referenceType } from './names.ts';
import type { XadesInput } from './prepared-xades.ts';
import { referenceId } from './write-signed-properties.ts';

/** ds:SignedInfo in its exclusive canonical form, which is also how it stands in the file. @spec XMLDSig 1.1 4.4 */
export function writeSignedInfo(input: XadesInput, signedPropertiesDigest: Uint8Array): string {
  const parts = input.references.map((part, index) => reference({ ...part, id: referenceId(input, index) }));
  const own = reference({
    uri: `#${input.ids.signedProperties}`,
    digest: signedPropertiesDigest,
    type: referenceType.signedProperties,
  });
  return [
    `<ds:SignedInfo xmlns:ds="${dsNamespace}">`,
    algorithm('CanonicalizationMethod', exclusiveC14n),
    algorithm('SignatureMethod', signatureAlgorithms[input.algorithm].xmlUri),
    ...parts,
    own,
    '</ds:SignedInfo>',
  ].join('');
}

interface WrittenReference {
  readonly id?: string;
  readonly uri: string;
  readonly digest: Uint8Array;
  readonly type?: string;
}

/** The same in every reference. */
const transforms = `<ds:Transforms>${algorithm('Transform', exclusiveC14n)}</ds:Transforms>`;
const digestMethod = algorithm('DigestMethod', digestAlgorithms['sha-256'].xmlUri);

/** Attributes in canonical order: Id, Type, URI. */
function reference({ id, uri, digest, type }: WrittenReference): string {
  const attributes = `${attribute('Id', id)}${attribute('Type', type)}${attribute('URI', uri)}`;
  const value = `<ds:DigestValue>${encodeBase64(digest)}</ds:DigestValue>`;
  return `<ds:Reference${attributes}>${transforms}${digestMethod}${value}</ds:Reference>`;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
}

function algorithm(name: string, uri: string): string {
  return `<ds:${name} Algorithm="${uri}"></ds:${name}>`;
}
