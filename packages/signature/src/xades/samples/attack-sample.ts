import type { SignatureErrorCode } from '../../errors.ts';
import { encodeBase64 } from '../base64-text.ts';
import type { EvidenceProblemCode } from '../evidence/index.ts';
import type { XadesFindingCode } from '../report.ts';
import { signTestRecord } from '../test-record.ts';
import { type TestSignatory, testSignatories } from '../test-signatories.ts';

/** One way to attack a signed record, and for what it must be refused. */
export interface Attack {
  readonly name: string;
  readonly attacked: (sample: AttackSample) => string;
  /** By the check of records, whose layout is known; an unreadable file gives the reader's code. */
  readonly asRecord: XadesFindingCode | SignatureErrorCode;
  /**
   * By the reader of any file, told the same layout. `imprint`: a timestamp is over something else. `harmless`: nothing
   * signed is touched, and files of others may hold such things.
   */
  readonly asForeign: EvidenceProblemCode | SignatureErrorCode | 'imprint' | 'harmless';
}

/** A record signed thrice, taken apart for attackers. */
export interface AttackSample {
  readonly xml: string;
  /** The first two ds:Signature elements. */
  readonly first: string;
  readonly second: string;
  /** Of the first signature. */
  readonly signedInfo: string;
  readonly signedProperties: string;
  readonly keyInfo: string;
  readonly teacher: TestSignatory;
  readonly attacker: TestSignatory;
  /** The record with this instead of its first signature. */
  readonly withFirst: (changed: string) => string;
  /** The record with one thing of the first signature replaced. */
  readonly changed: (what: string | RegExp, by: string) => string;
}

const authority = testSignatories();

export function attackSample(): AttackSample {
  const teacher = authority.issue('Giáo viên', 'rsa-sha256');
  const attacker = authority.issue('Kẻ gian', 'rsa-sha256');
  const { xml, signatures, prepared } = signTestRecord([teacher, teacher, teacher], authority);
  const [first = '', second = ''] = signatures;
  const { signedInfo = '', signedProperties = '' } = prepared[0] ?? {};
  const keyInfo = /<ds:KeyInfo>.*?<\/ds:KeyInfo>/.exec(first)?.[0] ?? '';
  const withFirst = (changed: string) => xml.replace(first, () => changed);
  const changed = (what: string | RegExp, by: string) => withFirst(first.replace(what, by));
  return { xml, first, second, signedInfo, signedProperties, keyInfo, teacher, attacker, withFirst, changed };
}

export function signatureText(signature: string): string {
  return /<ds:SignatureValue[^>]*>([^<]*)/.exec(signature)?.[1] ?? '';
}

export function timestampOf(signature: string): string {
  return /<xades:UnsignedProperties>.*<\/xades:UnsignedProperties>/.exec(signature)?.[0] ?? '';
}

export function withoutIds(element: string): string {
  return element.replaceAll(/ Id="[^"]*"/g, '');
}

export function keyInfoOf({ certificate }: TestSignatory): string {
  return `<ds:KeyInfo><ds:X509Data>${x509(certificate)}</ds:X509Data></ds:KeyInfo>`;
}

export function x509(certificate: Uint8Array): string {
  return `<ds:X509Certificate>${encodeBase64(certificate)}</ds:X509Certificate>`;
}

/** The first signature with the value another key gives its SignedInfo. */
export function resigned({ first, signedInfo, attacker }: AttackSample): string {
  const value = encodeBase64(attacker.sign(new TextEncoder().encode(signedInfo)));
  return first.replace(signatureText(first), value);
}
