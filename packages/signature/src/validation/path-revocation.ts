import type { RevocationEvidence } from '../revocation/index.ts';
import { type PathProblem, pathProblem } from './certificate-conclusion.ts';
import { isoTime } from './conclusion.ts';
import type { ProspectivePath } from './prospective-path.ts';
import { freshUntil, isFresh } from './revocation-freshness.ts';
import type { ValidationEnvironment } from './validation-context.ts';

/** Steps 4 b) and c): the newest data says the signing certificate was revoked, or put on hold. @spec EN 319 102-1 5.2.6.4 */
export function revokedSigner(prospect: ProspectivePath, { at }: ValidationEnvironment): PathProblem | undefined {
  const newest = prospect.answers[0]?.data[0];
  if (newest === undefined) return undefined;
  const revoked = revocationAt(newest, at);
  if (revoked === undefined || isHarmless(revoked, prospect)) return undefined;
  const detail = `${prospect.certificate.subject.text}: ${revoked.reason} at ${isoTime(revoked.at)}`;
  if (revoked.reason !== 'certificateHold') {
    return pathProblem('REVOKED_NO_POE', { code: 'certificate-revoked', detail }, { revoked });
  }
  const { nextUpdate: tryAgainAt } = newest;
  const details = { suspendedAt: revoked.at, ...(tryAgainAt === undefined ? {} : { tryAgainAt }) };
  return pathProblem('TRY_LATER', { code: 'certificate-on-hold', detail }, details);
}

/** Step 4 d). */
export function revokedAuthority(
  { path, answers }: ProspectivePath,
  { at }: ValidationEnvironment,
): PathProblem | undefined {
  for (const [i, { data }] of answers.entries()) {
    const [newest] = data;
    const revoked = i === 0 || newest === undefined ? undefined : revocationAt(newest, at);
    if (revoked === undefined) continue;
    const detail = `${path[i]?.subject.text ?? ''}: ${revoked.reason} at ${isoTime(revoked.at)}`;
    return pathProblem('REVOKED_CA_NO_POE', { code: 'authority-revoked', detail }, { revoked });
  }
  return undefined;
}

/** Step 4 e): nothing usable says anything about a certificate. What is missing never counts as good. */
export function notKnown({ path, answers }: ProspectivePath): PathProblem | undefined {
  const i = answers.findIndex(({ data, exempt }) => data.length === 0 && exempt !== true);
  const unknown = answers[i];
  if (unknown === undefined) return undefined;
  const why = unknown.problems.length === 0 ? '' : `: ${unknown.problems.join('; ')}`;
  const detail = `no usable revocation data about ${path[i]?.subject.text ?? ''}${why}`;
  return pathProblem('CERTIFICATE_CHAIN_GENERAL_FAILURE', { code: 'revocation-unknown', detail });
}

/** Step 4 a). */
export function notFresh(
  { answers, freshAt }: ProspectivePath,
  { at, policy }: ValidationEnvironment,
): PathProblem | undefined {
  const time = freshAt ?? at;
  const used = answers.flatMap(({ data }) => data.slice(0, 1));
  const stale = used.filter((data) => !isFresh(data, time, policy));
  const [first] = stale;
  if (first === undefined) return undefined;
  const detail = `${first.source} of ${isoTime(first.thisUpdate)} speaks until ${isoTime(freshUntil(first, policy))}`;
  const reason = { code: 'revocation-not-fresh', detail };
  return pathProblem('TRY_LATER', reason, { stale, tryAgainAt: first.nextUpdate ?? first.thisUpdate });
}

function revocationAt({ revoked }: RevocationEvidence, at: number): RevocationEvidence['revoked'] {
  return revoked === undefined || revoked.at > at ? undefined : revoked;
}

/** After these a token from before the revocation remains good: its authority never lost the key. @spec RFC 3161 4 */
const harmlessReasons: readonly string[] = ['affiliationChanged', 'superseded', 'cessationOfOperation'];

function isHarmless(revoked: { at: number; reason: string }, { purpose, freshAt }: ProspectivePath): boolean {
  if (purpose !== 'timeStamping' || freshAt === undefined) return false;
  return freshAt < revoked.at && harmlessReasons.includes(revoked.reason);
}
