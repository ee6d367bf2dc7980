const HEX32 = /^[0-9a-f]{32}$/;

/** Mã tra cứu: 32 lower-case hex digits. */
export function isLookupCode(text: string): boolean {
  return HEX32.test(text);
}

export function isRecordId(text: string): boolean {
  return HEX32.test(text);
}
