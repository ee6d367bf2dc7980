// One byte, one character: a key that says exactly the bytes.
const bytesAsText = new TextDecoder('windows-1252');

/** Of one kind of object, so that a folder of huge lists does not fill the memory. */
const mostKeptBytes = 32 * 1024 * 1024;

/**
 * A parser that gives the same object for the same bytes, as long as it keeps it. Thousands of signatures share a few
 * authorities, lists and answers: each is read once, and what is found about the object can be kept with it.
 */
export function keptByBytes<T>(parse: (der: Uint8Array) => T, mostKept: number): (der: Uint8Array) => T {
  const kept = new Map<string, T>();
  let keptBytes = 0;
  return (der) => {
    const name = bytesAsText.decode(der);
    const before = kept.get(name);
    if (before !== undefined) return before;
    const parsed = parse(der.slice());
    if (kept.size >= mostKept || keptBytes + der.length > mostKeptBytes) {
      kept.clear();
      keptBytes = 0;
    }
    if (der.length > mostKeptBytes) return parsed;
    kept.set(name, parsed);
    keptBytes += der.length;
    return parsed;
  };
}
