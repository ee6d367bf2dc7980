/** How often one code may be asked for in a time, by whomever; in memory, a restart forgives. */
export interface CodeLimit {
  /** False when it was too often. Unknown codes count alike. */
  allow(codeHash: string, at: number): boolean;
}

const mostKept = 50_000;

export function createCodeLimit({ times, inMs }: { times: number; inMs: number }): CodeLimit {
  const asked = new Map<string, { count: number; since: number }>();
  return {
    allow: (codeHash, at) => {
      const known = asked.get(codeHash);
      if (known && at - known.since < inMs) {
        known.count += 1;
        return known.count <= times;
      }
      if (asked.size >= mostKept) asked.clear();
      asked.set(codeHash, { count: 1, since: at });
      return true;
    },
  };
}
