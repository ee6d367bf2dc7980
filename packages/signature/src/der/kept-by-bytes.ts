// One byte, one character: a key that says exactly the bytes.
const bytesAsText = new TextDecoder('windows-1252');

/**
 * A parser that gives the same object for the same bytes, as long as it keeps it. Thousands of signatures share a few
 * authorities, lists and answers: each is read once, and what is found about the object can be kept with it.
 */
export function keptByBytes<T>(parse: (der: Uint8Array) => T, mostKept: number): (der: Uint8Array) => T {
  const kept = new Map<string, T>();
  return (der) => {
    const name = bytesAsText.decode(der);
    const before = kept.get(name);
    if (before !== undefined) return before;
    const parsed = parse(der.slice());
    if (kept.size >= mostKept) kept.clear();
    kept.set(name, parsed);
    return parsed;
  };
}
