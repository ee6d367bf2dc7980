/**
 * Whether an address lies in the range of a constraint: an address followed by a mask of the same length, ones before
 * zeros. undefined where either is not as it must be. @spec RFC 5280 4.2.1.10
 */
export function isAddressWithin(address: Uint8Array, base: Uint8Array): boolean | undefined {
  if (![4, 16].includes(address.length) || ![8, 32].includes(base.length)) return undefined;
  const half = base.length / 2;
  const mask = base.subarray(half);
  if (!isPrefixMask(mask)) return undefined;
  if (address.length !== half) return false;
  return address.every((byte, i) => (byte & (mask[i] ?? 0)) === ((base[i] ?? 0) & (mask[i] ?? 0)));
}

function isPrefixMask(mask: Uint8Array): boolean {
  const bits = Array.from(mask, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits);
}
