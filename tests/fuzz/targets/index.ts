import type { FuzzTarget } from '../fuzz-target.ts';

/** Every reader of what strangers send, by what it takes to load them. A new reader gets a line in one of these files. */
const groups = {
  certificates: async () => (await import('./certificates.ts')).certificateTargets,
  trust: async () => (await import('./trust.ts')).trustTargets,
  xml: async () => (await import('./xml.ts')).xmlTargets,
  xades: async () => (await import('./xades.ts')).xadesTargets,
  pdf: async () => (await import('./pdf.ts')).pdfTargets,
  records: async () => (await import('./records.ts')).recordTargets,
  'lines-and-messages': async () => (await import('./lines-and-messages.ts')).lineAndMessageTargets,
  judgements: async () => (await import('./judgements.ts')).judgementTargets,
  workbooks: async () => (await import('./workbooks.ts')).workbookTargets,
} satisfies Readonly<Record<string, () => Promise<readonly FuzzTarget[]>>>;

export type TargetGroup = keyof typeof groups;

/** Where a worker finds a target. */
export interface TargetPlace {
  readonly group: TargetGroup;
  readonly name: string;
}

export async function allTargets(): Promise<readonly (TargetPlace & { readonly target: FuzzTarget })[]> {
  const names = Object.keys(groups) as TargetGroup[];
  const found = await Promise.all(
    names.map(async (group) => (await groups[group]()).map((target) => ({ group, name: target.name, target }))),
  );
  return found.flat();
}

export async function findTarget({ group, name }: TargetPlace): Promise<FuzzTarget> {
  const target = (await groups[group]()).find((one) => one.name === name);
  if (target === undefined) throw new RangeError(`no target ${name}`);
  return target;
}
