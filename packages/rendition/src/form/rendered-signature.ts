import type { ExpectedSignatory, SignatorySlot } from '@hocba/record';
import type { SignaturePlace } from './signature-places.ts';
import { shortVietnamTime, vietnamTime } from './vietnam-time.ts';

/** A signature of the record's XML, as its place on the form shows it. */
export interface RenderedSignature {
  readonly slot: SignatorySlot;
  readonly name: string;
  /** Chức vụ, the capacity the signature was made in. */
  readonly position: string;
  /** Claimed role code: GVCN, HT, CONDAU, GVBM-TV … */
  readonly role: string;
  /** Signing time, ISO 8601 with an offset. */
  readonly signedAt: string;
}

export interface MarkView {
  readonly name: string;
  readonly position: string;
  readonly signedAt: string;
  /** The same for a place with little room. */
  readonly signedAtShort: string;
}

/** One place for a signature, as its template expects it. */
export interface SignaturePlaceView {
  readonly heading: string;
  readonly instruction: string;
  /** Shown where someone signs for the one the heading names. */
  readonly capacity: string;
  readonly name: string;
  readonly signature: MarkView | null;
  readonly seal: MarkView | null;
}

export interface Signed {
  readonly signatories: readonly ExpectedSignatory[];
  readonly signatures: readonly RenderedSignature[];
}

/** The place of `slot`; without a signature yet it names who is expected to sign. */
export function signaturePlace({ signatories, signatures }: Signed, place: SignaturePlace): SignaturePlaceView {
  const expected = signatories.find(({ slot }) => slot === place.slot);
  const signature = mark(signatures, place.slot);
  const position = signature?.position ?? expected?.position ?? place.usualPosition;
  return {
    heading: place.heading,
    instruction: place.instruction,
    capacity: position.toLocaleLowerCase('vi') === place.usualPosition.toLocaleLowerCase('vi') ? '' : position,
    name: signature?.name ?? expected?.name ?? '',
    signature,
    seal: place.sealed ? mark(signatures, 'organisationSeal') : null,
  };
}

function mark(signatures: readonly RenderedSignature[], slot: SignatorySlot): MarkView | null {
  const signature = signatures.find((candidate) => candidate.slot === slot);
  if (signature === undefined) return null;
  const { name, position, signedAt } = signature;
  return { name, position, signedAt: vietnamTime(signedAt), signedAtShort: shortVietnamTime(signedAt) };
}
