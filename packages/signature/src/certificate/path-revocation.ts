import { type RevocationStatus, revocationStatus } from '../revocation/revocation-status.ts';
import type { Certificate } from './certificate.ts';
import { checkPath } from './check-path.ts';
import { defined } from './extensions.ts';
import { type Finding, failed, indeterminate } from './indication.ts';
import { isSignedBy } from './issued-by.ts';
import { revocationExemption } from './revocation-exempt.ts';
import { type IssuerIndex, PathSearch } from './search-paths.ts';
import type { PathInput } from './validate-path-input.ts';

/** Signers of evidence whose own standing is asked, one behind the other. */
const deepestQuestion = 4;
/** All such questions of one validation. */
const mostQuestions = 100;

/** Finds the standing of the certificates of a path, and of whoever signs the evidence about them. */
export class PathRevocation {
  readonly #index: IssuerIndex;
  readonly #input: PathInput;
  #questions = 0;

  constructor(index: IssuerIndex, input: PathInput) {
    this.#index = index;
    this.#input = input;
  }

  /**
   * Of each certificate but the anchor, leaf first. Signers of evidence never wait for each other in a circle; one may
   * speak about its own certificate where nobody else does, as indirect lists do.
   */
  async ofPath(path: readonly Certificate[], asked: readonly Certificate[] = []): Promise<readonly RevocationStatus[]> {
    const { at, now, crypto, crls = [], ocsps = [], policy } = this.#input;
    const anchor = path.at(-1);
    const statuses: RevocationStatus[] = [];
    for (const [i, certificate] of path.slice(0, -1).entries()) {
      const issuer = path[i + 1];
      if (issuer === undefined || anchor === undefined) break;
      const isLeaf = i === 0 && asked.length === 0;
      const why = revocationExemption(certificate, isLeaf ? this.#input.purpose : undefined);
      if (why !== undefined) {
        statuses.push({ status: 'exempt', why });
        continue;
      }
      const signers = {
        named: (key: string) => this.#index.named(key),
        problemOf: async (signer: Certificate) =>
          signer === certificate ? undefined : this.#signerProblem(signer, { anchor, asked: [...asked, certificate] }),
      };
      const times = { at, ...defined({ now, freshness: policy?.revocationFreshness, algorithms: policy }) };
      statuses.push(await revocationStatus({ certificate, issuer, crls, ocsps, crypto, signers, ...times }));
    }
    return statuses;
  }

  /** A signer of evidence must itself be good, under the same anchor. @spec RFC 5280 6.3.3 (f) */
  async #signerProblem(
    signer: Certificate,
    { anchor, asked }: { anchor: Certificate; asked: readonly Certificate[] },
  ): Promise<string | undefined> {
    if (signer === anchor) return undefined;
    if (asked.includes(signer)) return 'its own standing depends on this';
    if (asked.length >= deepestQuestion || ++this.#questions > mostQuestions) return 'too many signers of evidence';
    const { at, crypto, policy, revocation } = this.#input;
    const search = new PathSearch(this.#index, (one, issuer) => isSignedBy(one, issuer, crypto));
    let problem = 'no path to the anchor';
    for await (const path of search.pathsFrom(signer)) {
      if (path.at(-1) !== anchor) continue;
      const rules = { at, timeProven: true, purpose: 'any', ...defined({ algorithms: policy }) } as const;
      const [finding] = checkPath(path, rules).findings;
      const standing = finding === undefined ? await this.ofPath(path, [...asked, signer]) : [];
      if (
        finding === undefined &&
        (revocation === 'ignored' || standing.every(({ status }) => status === 'good' || status === 'exempt'))
      ) {
        return undefined;
      }
      problem = finding?.detail ?? 'its own standing is not known to be good';
    }
    return problem;
  }
}

/** What the standings of a path say, leaf first. */
export function revocationFindings(
  statuses: readonly RevocationStatus[],
  about: { readonly path: readonly Certificate[]; readonly timeProven: boolean },
): readonly Finding[] {
  return statuses.flatMap((status, i) => {
    const subject = about.path[i]?.subject.text ?? '';
    return findingsOf(status, { subject, isLeaf: i === 0, timeProven: about.timeProven });
  });
}

function findingsOf(
  status: RevocationStatus,
  { subject, isLeaf, timeProven }: { subject: string; isLeaf: boolean; timeProven: boolean },
): readonly Finding[] {
  if (status.status === 'good' || status.status === 'exempt') return [];
  if (status.status === 'revoked') {
    const { revokedAt: time, reason: what } = status;
    const detail = `revoked at ${new Date(time).toISOString()} (${what})`;
    if (!isLeaf)
      return [indeterminate('REVOKED_CA_NO_POE', detail, { code: 'authority-revoked', subject, time, what })];
    const said = { code: 'revoked', subject, time, what } as const;
    return [timeProven ? failed('REVOKED', detail, said) : indeterminate('REVOKED_NO_POE', detail, said)];
  }
  const detail = ['no usable revocation evidence', ...status.problems].join('; ');
  if (status.tooLate) {
    return [indeterminate('REVOCATION_OUT_OF_BOUNDS_NO_POE', detail, { code: 'revocation-too-late', subject })];
  }
  return [indeterminate('TRY_LATER', detail, { code: 'revocation-unknown', subject })];
}
