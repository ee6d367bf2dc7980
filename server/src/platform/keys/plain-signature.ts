import { ecdsaFromDer, type PublicKeyFacts } from '@hocba/signature';

/** ECDSA as r‖s, whether the service sent it so or as DER: services differ. What is neither stays as it is and verifies for nothing. */
export function plainSignature(key: PublicKeyFacts, value: Uint8Array): Uint8Array {
  const orderLength = Math.ceil(key.bits / 8);
  if (key.family !== 'ec' || value.length === 2 * orderLength) return value;
  try {
    return ecdsaFromDer(value, orderLength);
  } catch {
    return value;
  }
}
