import { type CmsAttribute, soleAttributeValue } from '../../cms/index.ts';
import { childrenOf, DerMembers, insideExplicit } from '../../der/reader.ts';
import { readOid, readTime } from '../../der/simple-values.ts';
import { contextTag, tag } from '../../der/tags.ts';
import { SignatureError } from '../../errors.ts';

/** What the signed attributes of a CMS say, each as far as it can be read. @spec EN 319 122-1 5.2 */
export interface SignedClaims {
  /** Epoch milliseconds. */
  readonly signingTime?: number;
  /** OID. */
  readonly commitment?: string;
  /** OID. */
  readonly signaturePolicy?: string;
  /** Tokens over the signed data, DER. */
  readonly contentTimestamps: readonly Uint8Array[];
  readonly revocation: RevocationInside;
}

export interface RevocationInside {
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

const oid = {
  signingTime: '1.2.840.113549.1.9.5',
  commitmentType: '1.2.840.113549.1.9.16.2.16',
  signaturePolicy: '1.2.840.113549.1.9.16.2.15',
  contentTimestamp: '1.2.840.113549.1.9.16.2.20',
  adobeRevocation: '1.2.840.113583.1.1.8',
} as const;

export function signedClaims(attributes: readonly CmsAttribute[]): SignedClaims {
  const sole = <T>(name: string, read: (value: NonNullable<ReturnType<typeof soleAttributeValue>>) => T) => {
    const value = soleAttributeValue(attributes, name);
    return value === undefined ? undefined : readable(() => read(value));
  };
  const signingTime = sole(oid.signingTime, (value) => readTime(value));
  const commitment = sole(oid.commitmentType, (value) => readOid(new DerMembers(value).take(tag.oid)));
  const signaturePolicy = sole(oid.signaturePolicy, (value) => readOid(new DerMembers(value).take(tag.oid)));
  return {
    ...(signingTime !== undefined && { signingTime }),
    ...(commitment !== undefined && { commitment }),
    ...(signaturePolicy !== undefined && { signaturePolicy }),
    contentTimestamps: valuesOf(attributes, oid.contentTimestamp),
    revocation: sole(oid.adobeRevocation, readRevocation) ?? { crls: [], ocsps: [] },
  };
}

/** Every value of every attribute of this kind, DER. */
export function valuesOf(attributes: readonly CmsAttribute[], name: string): readonly Uint8Array[] {
  return attributes.filter((one) => one.oid === name).flatMap(({ values }) => values.map(({ bytes }) => bytes));
}

/** What Acrobat puts under the signature. @spec ISO 32000-1 12.8.3.3.2 */
function readRevocation(value: Parameters<typeof childrenOf>[0]): RevocationInside {
  const members = new DerMembers(value);
  const list = (place: number) => {
    const member = members.takeIf(contextTag(place));
    return member === undefined ? [] : childrenOf(insideExplicit(member)).map(({ bytes }) => bytes);
  };
  return { crls: list(0), ocsps: list(1) };
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureError) return undefined;
    throw error;
  }
}
