interface Open {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * What may be sent now of the open messages, in number order: lanes side by side, each in its order. Messages about one
 * record share a lane; a message about no single record waits for all before it, and all after it wait for it.
 */
export function nextBatch<Row extends Open>(open: readonly Row[]): readonly (readonly Row[])[] {
  const lanes = new Map<string, Row[]>();
  for (const row of open) {
    const record = recordOf(row);
    if (record === undefined) return lanes.size > 0 ? [...lanes.values()] : [[row]];
    lanes.set(record, [...(lanes.get(record) ?? []), row]);
  }
  return [...lanes.values()];
}

function recordOf({ payload }: Open): string | undefined {
  const sheet = payload['sheet'] as { recordId?: string } | undefined;
  return sheet?.recordId;
}

const waits = [500, 1000, 2000, 5000, 10_000, 30_000];

/** Backoff in ms after so many vain attempts; never gives up. */
export function waitAfter(attempts: number): number {
  return waits[Math.min(attempts, waits.length - 1)] ?? 30_000;
}
