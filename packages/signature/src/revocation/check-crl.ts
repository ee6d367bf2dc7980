import type { Certificate } from '../certificate/certificate.ts';
import { nameKey, sameName } from '../certificate/distinguished-name.ts';
import { defined } from '../certificate/extensions.ts';
import type { Crl, CrlEntry } from './crl.ts';
import type { CrlCheckInput } from './crl-check-input.ts';
import { crlScope, everyReason } from './crl-scope.ts';
import { crlSigner } from './crl-signer.ts';
import { fittingDeltas } from './delta-crl.ts';
import { type EvidenceCheck, timelinessProblem } from './evidence.ts';

/** Whether the list may speak about the certificate at that time, and what it says. @spec RFC 5280 6.3 */
export async function checkCrl(input: CrlCheckInput): Promise<EvidenceCheck> {
  const { crl, certificate } = input;
  if (crl.unsupported !== undefined) return refused(crl.unsupported);
  if (crl.baseNumber !== undefined) return refused('list of changes without the list they change');
  const scope = crlScope(crl, certificate);
  if (typeof scope === 'string') return refused(scope);
  const signer = await crlSigner(input);
  if (typeof signer === 'string') return refused(signer);
  const [delta] = await fittingDeltas(input, signer);
  const problem = dateProblem(delta ?? crl, input);
  if (problem !== undefined) return refused(problem);
  const { thisUpdate, nextUpdate } = delta ?? crl;
  const entry = (delta && entryOf(delta, certificate)) ?? entryOf(crl, certificate);
  const isRevoked = entry !== undefined && entry.reason !== 'removeFromCRL';
  const revoked = isRevoked ? { at: entry.revokedAt, reason: entry.reason } : undefined;
  const reasons = scope.size === everyReason.size ? undefined : scope;
  return {
    usable: true,
    evidence: { source: 'crl', thisUpdate, signer, object: crl, ...defined({ nextUpdate, revoked, reasons }) },
  };
}

/** Without nextUpdate nobody can tell whether there is a newer one. @spec RFC 5280 5.1.2.5 */
function dateProblem(dates: Crl, input: CrlCheckInput): string | undefined {
  if (dates.nextUpdate === undefined) return 'without nextUpdate';
  return timelinessProblem(dates, input.certificate, input);
}

function entryOf(crl: Crl, { issuer, serialNumber }: Certificate): CrlEntry | undefined {
  const entries = sameName(crl.issuer, issuer) ? crl.entries : crl.entriesOfOthers.get(nameKey(issuer));
  return entries?.get(serialNumber);
}

function refused(problem: string): EvidenceCheck {
  return { usable: false, problem: `CRL: ${problem}` };
}
