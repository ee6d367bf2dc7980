import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './issued-by.ts';
import { anyPolicy } from './object-identifiers.ts';

/** What the verifier asks of certificate policies. @spec RFC 5280 6.1.1 (c), (e), (f), (g) */
export interface PolicyRules {
  /** user-initial-policy-set; absent: any policy will do. */
  readonly acceptablePolicies?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

export interface PolicyOutcome {
  readonly problem?: 'policy-missing' | 'any-policy-mapped' | 'policy-twice';
  /** OIDs, of the anchor’s domain, under which every certificate of the path stands; anyPolicy among them: under any. */
  readonly authorityPolicies: readonly string[];
  /** Those of them that are acceptable too. */
  readonly policies: readonly string[];
}

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

/** Path from the anchor’s first subordinate to the leaf. */
export function processPolicies(path: readonly Certificate[], rules: PolicyRules): PolicyOutcome {
  const never = path.length + 1;
  const state: PolicyState = {
    valid: new Map([[anyPolicy, new Set([anyPolicy])]]),
    explicitIn: rules.requireExplicitPolicy === true ? 0 : never,
    noMappingIn: rules.inhibitPolicyMapping === true ? 0 : never,
    noAnyIn: rules.inhibitAnyPolicy === true ? 0 : never,
  };
  for (const [i, certificate] of path.entries()) {
    const isLeaf = i === path.length - 1;
    const { policies = [] } = certificate.extensions;
    if (new Set(policies).size !== policies.length) return refused('policy-twice');
    readPolicies(state, certificate, isLeaf);
    if (state.explicitIn === 0 && state.valid.size === 0) return refused('policy-missing');
    if (!isLeaf && !applyMappings(state, certificate)) return refused('any-policy-mapped');
    countDown(state, certificate, isLeaf);
  }
  return concluded(state, rules.acceptablePolicies);
}

function refused(problem: NonNullable<PolicyOutcome['problem']>): PolicyOutcome {
  return { problem, authorityPolicies: [], policies: [] };
}

function concluded(state: PolicyState, acceptable: readonly string[] | undefined): PolicyOutcome {
  const authorityPolicies = [...new Set([...state.valid.values()].flatMap((domain) => [...domain]))];
  const any = acceptable === undefined || acceptable.includes(anyPolicy);
  const wanted = any ? authorityPolicies : acceptable;
  const policies = authorityPolicies.includes(anyPolicy)
    ? wanted
    : wanted.filter((policy) => authorityPolicies.includes(policy));
  if (state.explicitIn === 0 && policies.length === 0) return { ...refused('policy-missing'), authorityPolicies };
  return { authorityPolicies, policies };
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
