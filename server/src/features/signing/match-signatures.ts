import { parseCertificate, type SignatureAlgorithm } from '@hocba/signature';
import { nodeCrypto } from '@hocba/signature/node';
import { plainSignature } from '../../platform/keys/plain-signature.ts';
import { dataToSign } from './prepared-item.ts';
import type { SigningItem } from './session.store.ts';

/** An item with a signature that was verified for it. */
export interface SignedItem {
  readonly item: SigningItem;
  readonly value: Uint8Array;
}

export interface Unmatched {
  /** The certificate the items were prepared for: signed properties name it. */
  readonly certificate: Uint8Array;
  readonly items: readonly SigningItem[];
  readonly algorithm: SignatureAlgorithm;
}

/**
 * Pairs signatures with documents by verifying them, never by position: services have answered in another order, with
 * fewer, with doubles. What verifies for nothing is dropped, what got none stays to be signed.
 */
export async function matchSignatures(
  { certificate, items, algorithm }: Unmatched,
  received: readonly Uint8Array[],
): Promise<SignedItem[]> {
  const { spki, publicKeyAlgorithm } = parseCertificate(certificate);
  const values = received.map((value) => plainSignature(publicKeyAlgorithm, value));
  const fits = async (item: SigningItem, signature: Uint8Array | undefined) =>
    signature !== undefined &&
    item.prepared !== null &&
    (await nodeCrypto.verify({
      algorithm,
      publicKey: spki,
      signature,
      data: dataToSign(item.prepared),
    }));
  const signed: SignedItem[] = [];
  for (const [index, item] of items.entries()) {
    const inPlace = values[index];
    if (inPlace && (await fits(item, inPlace))) {
      signed.push({ item, value: inPlace });
      continue;
    }
    for (const value of values) {
      if (!(await fits(item, value))) continue;
      signed.push({ item, value });
      break;
    }
  }
  return signed;
}
