import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './issued-by.ts';
import { anyPolicy } from './object-identifiers.ts';

/**
 * Certificate policies along a path: which of the policies the leaf claims are also allowed by everyone above. Kept as a
 * map from a policy here to the policies it stands for at the anchor, which says the same as the tree of the standard
 * without growing exponentially. @spec RFC 5280 6.1, RFC 9618
 */
interface PolicyState {
  valid: Map<string, ReadonlySet<string>>;
  /** Certificates left until a policy is required, mapping forbidden, anyPolicy ignored. */
  explicitIn: number;
  noMappingIn: number;
  noAnyIn: number;
}

/** Path from the anchor's first subordinate to the leaf. `acceptable` absent: any policy will do. */
export function policiesAllowed(path: readonly Certificate[], acceptable?: readonly string[]): boolean {
  const never = path.length + 1;
  const state: PolicyState = {
    valid: new Map([[anyPolicy, new Set([anyPolicy])]]),
    explicitIn: acceptable === undefined ? never : 0,
    noMappingIn: never,
    noAnyIn: never,
  };
  for (const [i, certificate] of path.entries()) {
    const isLeaf = i === path.length - 1;
    readPolicies(state, certificate, isLeaf);
    if (state.explicitIn === 0 && state.valid.size === 0) return false;
    if (!isLeaf && !applyMappings(state, certificate)) return false;
    countDown(state, certificate, isLeaf);
  }
  if (state.explicitIn > 0) return true;
  return [...state.valid.values()].some((domain) => isAcceptable(domain, acceptable));
}

function readPolicies(state: PolicyState, certificate: Certificate, isLeaf: boolean): void {
  const claimed = certificate.extensions.policies ?? [];
  const next = new Map<string, ReadonlySet<string>>();
  for (const policy of claimed.filter((oid) => oid !== anyPolicy)) {
    const domain = state.valid.get(policy) ?? (state.valid.has(anyPolicy) ? new Set([policy]) : undefined);
    if (domain !== undefined) next.set(policy, domain);
  }
  const anyCounts = state.noAnyIn > 0 || (!isLeaf && isSelfIssued(certificate));
  if (claimed.includes(anyPolicy) && anyCounts) {
    for (const [policy, domain] of state.valid) if (!next.has(policy)) next.set(policy, domain);
  }
  state.valid = next;
}

/** false where a mapping is forbidden outright: to or from anyPolicy. */
function applyMappings(state: PolicyState, { extensions }: Certificate): boolean {
  const mappings = extensions.policyMappings ?? [];
  if (mappings.some(({ issuerPolicy, subjectPolicy }) => [issuerPolicy, subjectPolicy].includes(anyPolicy)))
    return false;
  const next = new Map(state.valid);
  for (const { issuerPolicy } of mappings) next.delete(issuerPolicy);
  for (const { issuerPolicy, subjectPolicy } of state.noMappingIn > 0 ? mappings : []) {
    const domain = state.valid.get(issuerPolicy) ?? (state.valid.has(anyPolicy) ? new Set([issuerPolicy]) : undefined);
    if (domain !== undefined) next.set(subjectPolicy, new Set([...(next.get(subjectPolicy) ?? []), ...domain]));
  }
  state.valid = next;
  return true;
}

function countDown(state: PolicyState, certificate: Certificate, isLeaf: boolean): void {
  const { policyConstraints = {}, inhibitAnyPolicy } = certificate.extensions;
  if (isLeaf) {
    state.explicitIn = Math.max(0, state.explicitIn - 1);
    if (policyConstraints.requireExplicit === 0) state.explicitIn = 0;
    return;
  }
  const step = isSelfIssued(certificate) ? 0 : 1;
  const lower = (left: number, limit: number | undefined) => Math.min(Math.max(0, left - step), limit ?? Infinity);
  state.explicitIn = lower(state.explicitIn, policyConstraints.requireExplicit);
  state.noMappingIn = lower(state.noMappingIn, policyConstraints.inhibitMapping);
  state.noAnyIn = lower(state.noAnyIn, inhibitAnyPolicy);
}

function isAcceptable(domain: ReadonlySet<string>, acceptable: readonly string[] | undefined): boolean {
  return acceptable === undefined || domain.has(anyPolicy) || acceptable.some((policy) => domain.has(policy));
}
