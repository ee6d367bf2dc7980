import type { Certificate } from '../certificate/certificate.ts';
import { checkPath } from '../certificate/check-path.ts';
import { defined } from '../certificate/extensions.ts';
import { type PathProblem, pathProblem } from './certificate-conclusion.ts';
import { isoTime } from './conclusion.ts';
import { isTrustedAt, type ProspectivePath, sameCertificate } from './prospective-path.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/** Step 3: the anchor is no longer, or not yet, trusted of itself. @spec EN 319 102-1 5.2.6.4 */
export function pastSunset({ path, trust }: ProspectivePath, { at }: ValidationEnvironment): PathProblem | undefined {
  if (isTrustedAt(trust, at)) return undefined;
  const detail = `${path.at(-1)?.subject.text ?? ''} is not trusted at ${isoTime(at)}`;
  return pathProblem('NO_CERTIFICATE_CHAIN_FOUND_NO_POE', { code: 'anchor-not-trusted-then', detail });
}

/** Steps 4 e) and 5: everything RFC 5280 6.1 asks but times and revocation, and what the certificate is for. */
export function pathRulesBroken(
  { path, purpose }: ProspectivePath,
  { policy }: ValidationEnvironment,
): PathProblem | undefined {
  const at = commonTime(path);
  const acceptablePolicies = purpose === 'documentSigning' ? policy.certificatePolicies : undefined;
  const rules = {
    ...{ at: at ?? path[0]?.notBefore ?? 0, timeProven: false, purpose },
    ...defined({ acceptablePolicies }),
    requireExplicitPolicy: acceptablePolicies !== undefined,
  };
  const broken = checkPath(path, rules).findings.filter(({ subIndication }) => pathRules.has(subIndication));
  const [first] = broken;
  if (first === undefined) return undefined;
  const { subIndication } = broken.find((one) => one.subIndication === 'CERTIFICATE_CHAIN_GENERAL_FAILURE') ?? first;
  const detail = broken.map((one) => one.detail).join('; ');
  return pathProblem(subIndication, { code: 'path-rules-broken', detail });
}

const pathRules: ReadonlySet<string> = new Set(['CERTIFICATE_CHAIN_GENERAL_FAILURE', 'CHAIN_CONSTRAINTS_FAILURE']);

/** A time at which all certificates of the path but the anchor ran; undefined when there is none. */
export function commonTime(path: readonly Certificate[]): number | undefined {
  const { from, to } = commonValidity(path);
  return from <= to ? from : undefined;
}

/** When all certificates of the path but the anchor ran; `from` is after `to` where they never did together. */
export function commonValidity(path: readonly Certificate[]): { readonly from: number; readonly to: number } {
  const below = path.length === 1 ? path : path.slice(0, -1);
  return {
    from: Math.max(...below.map(({ notBefore }) => notBefore)),
    to: Math.min(...below.map(({ notAfter }) => notAfter)),
  };
}

/** An authority between the signatory and the anchor whose own certificate does not run at the validation time. */
export function authorityOutOfBounds(
  { path }: ProspectivePath,
  { at }: ValidationEnvironment,
): PathProblem | undefined {
  const authority = path.slice(1, -1).find((one) => !runs(one, at));
  if (authority === undefined) return undefined;
  const detail = `${authority.subject.text} valid ${validity(authority)}`;
  return pathProblem('OUT_OF_BOUNDS_NO_POE', { code: 'authority-out-of-validity', detail });
}

/**
 * Step 7. Asked before freshness: about an expired certificate nothing newer can be expected, so that TRY_LATER would
 * send people to wait for nothing.
 */
export function outOfBounds(
  { path, answers }: ProspectivePath,
  { at }: ValidationEnvironment,
): PathProblem | undefined {
  const [leaf] = path;
  if (leaf === undefined || runs(leaf, at)) return undefined;
  const newest = answers[0]?.data[0];
  const knownGood = newest !== undefined && newest.revoked === undefined && at <= newest.signer.notAfter;
  const detail = `${leaf.subject.text} valid ${validity(leaf)}`;
  const code = at < leaf.notBefore ? 'certificate-not-yet-valid' : 'certificate-expired';
  return pathProblem(knownGood ? 'OUT_OF_BOUNDS_NOT_REVOKED' : 'OUT_OF_BOUNDS_NO_POE', { code, detail });
}

/**
 * Step 8: whoever issued the revocation data could have lost his key since. About a timestamp authority it is asked for the
 * time of the token, as freshness is: responders change every few months, and an archive has no newer answers.
 */
export function responderOutOfBounds(
  { answers, path, freshAt }: ProspectivePath,
  { at }: ValidationEnvironment,
): PathProblem | undefined {
  const time = freshAt ?? at;
  const used = answers.flatMap(({ data }) => data.slice(0, 1));
  const expired = used.find(({ signer }) => !sameCertificate(signer, path.at(-1)) && time > signer.notAfter);
  if (expired === undefined) return undefined;
  const detail = `${expired.signer.subject.text}, who issued the revocation data, valid ${validity(expired.signer)}`;
  return pathProblem('REVOCATION_OUT_OF_BOUNDS_NO_POE', { code: 'revocation-issuer-expired', detail });
}

/** Both ends included. @spec RFC 5280 4.1.2.5 */
export function runs({ notBefore, notAfter }: Certificate, at: number): boolean {
  return at >= notBefore && at <= notAfter;
}

function validity({ notBefore, notAfter }: Certificate): string {
  return `from ${isoTime(notBefore)} until ${isoTime(notAfter)}`;
}
