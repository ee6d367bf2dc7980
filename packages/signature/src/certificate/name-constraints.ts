import type { Certificate, NameConstraints } from './certificate.ts';
import { isBelowName } from './distinguished-name.ts';
import type { GeneralName } from './general-name.ts';
import { isAddressWithin } from './ip-constraint.ts';
import { isDomainExcluded, isDomainWithin, isEmailWithin, isUriWithin } from './text-constraints.ts';

/** Names times constraints along one path; more is hostile and takes long to compare. */
const mostComparisons = 250_000;

/** Counts comparisons along a path. */
export interface ComparisonBudget {
  left: number;
}

export function newComparisonBudget(): ComparisonBudget {
  return { left: mostComparisons };
}

/**
 * Whether every name of the certificate lies inside what each authority above permits and outside what it excludes.
 * A constraint on a kind of name we cannot compare, or one that is not as it must be, fails every name of that kind.
 * @spec RFC 5280 4.2.1.10
 */
export function namesAllowed(
  certificate: Certificate,
  constraints: readonly NameConstraints[],
  budget: ComparisonBudget = newComparisonBudget(),
): boolean {
  if (constraints.length === 0) return true;
  const names = namesOf(certificate);
  const bases = constraints.reduce((sum, { permitted, excluded }) => sum + permitted.length + excluded.length, 0);
  budget.left -= names.length * bases;
  if (budget.left < 0) return false;
  return constraints.every(({ permitted, excluded }) =>
    names.every((name) => isPermitted(name, permitted) && !excluded.some((base) => isExcluded(name, base))),
  );
}

function isPermitted(name: GeneralName, permitted: readonly GeneralName[]): boolean {
  const ofKind = permitted.filter((base) => sameKind(name, base));
  if (ofKind.length === 0) return true;
  const answers = ofKind.map((base) => within(name, base));
  return !answers.includes(undefined) && answers.includes(true);
}

function isExcluded(name: GeneralName, base: GeneralName): boolean {
  if (!sameKind(name, base)) return false;
  if (name.kind === 'dns' && base.kind === 'dns') return isDomainExcluded(name.text, base.text) !== false;
  return within(name, base) !== false;
}

/** Everything the certificate says about whose it is; e-mail addresses also where old ones stand, in the subject. */
function namesOf({ subject, extensions }: Certificate): readonly GeneralName[] {
  const alternative = extensions.subjectAltNames;
  const subjectEmails = alternative.some(({ kind }) => kind === 'email') ? [] : subject.emails;
  const emails = subjectEmails.map((text): GeneralName => ({ kind: 'email', text }));
  const subjectName: GeneralName[] = subject.comparable.length === 0 ? [] : [{ kind: 'directoryName', name: subject }];
  return [...subjectName, ...emails, ...alternative];
}

function sameKind(a: GeneralName, b: GeneralName): boolean {
  return a.kind === b.kind && (a.kind !== 'other' || b.kind !== 'other' || a.tag === b.tag);
}

/** undefined where nobody here can tell. */
function within(name: GeneralName, base: GeneralName): boolean | undefined {
  if (name.kind === 'directoryName' && base.kind === 'directoryName') return isBelowName(name.name, base.name);
  if (name.kind === 'dns' && base.kind === 'dns') return isDomainWithin(name.text, base.text);
  if (name.kind === 'email' && base.kind === 'email') return isEmailWithin(name.text, base.text);
  if (name.kind === 'uri' && base.kind === 'uri') return isUriWithin(name.text, base.text);
  if (name.kind === 'ip' && base.kind === 'ip') return isAddressWithin(name.bytes, base.bytes);
  return undefined;
}
