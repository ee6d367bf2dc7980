import { defined, readExtensionList } from '../certificate/extensions.ts';
import { type GeneralName, readGeneralName } from '../certificate/general-name.ts';
import { contentTypeOid } from '../cms/content-types.ts';
import { parseSignedData, type SignedData } from '../cms/parse-signed-data.ts';
import { type DigestAlgorithm, readDigestAlgorithm } from '../crypto/index.ts';
import { keptByBytes } from '../der/kept-by-bytes.ts';
import { DerMembers, type DerValue, insideExplicit, malformed, readDer, retagged } from '../der/reader.ts';
import {
  readBoolean,
  readOctetString,
  readOid,
  readSerialNumber,
  readSmallInteger,
  readTime,
} from '../der/simple-values.ts';
import { contextTag, tag } from '../der/tags.ts';
import { SignatureError } from '../errors.ts';

export interface TimestampToken {
  readonly der: Uint8Array;
  readonly signedData: SignedData;
  readonly info: TimestampInfo;
}

/** @spec RFC 3161 2.4.2 */
export interface TimestampInfo {
  /** OID. */
  readonly policy: string;
  /** The algorithm is absent where it is none of ours. */
  readonly imprint: { readonly algorithm?: DigestAlgorithm; readonly digest: Uint8Array };
  readonly serialNumber: string;
  /** Epoch milliseconds. */
  readonly genTime: number;
  /** How far the true time may lie to either side, milliseconds; absent when the authority does not say. */
  readonly accuracy?: number;
  readonly ordering: boolean;
  /** Hex; clients may send negative numbers, which begin with a minus. */
  readonly nonce?: string;
  /** Who the token says made it: a hint, which must agree with the certificate. */
  readonly authority?: GeneralName;
}

/**
 * Reads a token, no signature checked; the same bytes soon again give the same object, for a token is asked for its imprint,
 * its signature and its form. Throws `timestamp-malformed`.
 */
export const parseTimestampToken: (der: Uint8Array) => TimestampToken = keptByBytes(readOrThrow, 100);

function readOrThrow(der: Uint8Array): TimestampToken {
  try {
    const signedData = parseSignedData(der);
    const { contentType, content } = signedData;
    if (contentType !== contentTypeOid.timestampInfo || content === undefined) throw malformed('no TSTInfo inside');
    return { der, signedData, info: readInfo(readDer(content)) };
  } catch (error) {
    throw new SignatureError('timestamp-malformed', error instanceof Error ? error.message : String(error));
  }
}

function readInfo(value: DerValue): TimestampInfo {
  const members = new DerMembers(value);
  if (readSmallInteger(members.take(tag.integer)) !== 1) throw malformed('TSTInfo version');
  const policy = readOid(members.take(tag.oid));
  const imprint = readImprint(members.take(tag.sequence));
  const serialNumber = readSerialNumber(members.take(tag.integer));
  const genTime = readTime(members.take(tag.generalizedTime), true);
  const accuracy = members.takeIf(tag.sequence);
  const ordering = members.takeIf(tag.boolean);
  const nonce = members.takeIf(tag.integer);
  const authority = members.takeIf(contextTag(0));
  const extensions = members.takeIf(contextTag(1));
  members.end();
  // A critical one could change what the token means; others only say more about the service (EN 319 422 9.1).
  const extensionList = extensions === undefined ? [] : readExtensionList(retagged(extensions, tag.sequence));
  if (extensionList.some(({ critical }) => critical)) throw malformed('critical TSTInfo extension');
  return {
    ...{ policy, imprint, serialNumber, genTime },
    ordering: ordering !== undefined && readBoolean(ordering),
    ...defined({ accuracy: accuracy && readAccuracy(accuracy), nonce: nonce && readSerialNumber(nonce) }),
    ...defined({ authority: authority && readAuthority(authority) }),
  };
}

/** A hint that many write wrongly: one that cannot be read says nothing. */
function readAuthority(value: DerValue): GeneralName | undefined {
  try {
    return readGeneralName(insideExplicit(value));
  } catch {
    return undefined;
  }
}

function readImprint(value: DerValue): TimestampInfo['imprint'] {
  const members = new DerMembers(value);
  const algorithm = readDigestAlgorithm(members.take(tag.sequence));
  const digest = readOctetString(members.take(tag.octetString));
  members.end();
  return { digest, ...defined({ algorithm }) };
}

function readAccuracy(value: DerValue): number {
  const members = new DerMembers(value);
  const part = (memberTag: number) => {
    const member = members.takeIf(memberTag);
    return member === undefined ? 0 : readSmallInteger(member, memberTag);
  };
  const seconds = part(tag.integer);
  const millis = part(contextTag(0, 'primitive'));
  const micros = part(contextTag(1, 'primitive'));
  members.end();
  return seconds * 1000 + millis + Math.ceil(micros / 1000);
}
