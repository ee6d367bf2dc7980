import type { Permission } from '../../platform/app-error.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WorkOutcome } from '../../platform/work/work.ts';
import { getSchool } from '../enrolment/index.ts';
import { certificateFitness } from './certificate-fitness.ts';
import { type SigningSession, updateUnlessStopped } from './session.store.ts';

export interface FitnessOf {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly expectedName: string;
  readonly schoolName: string;
  readonly forSeal: boolean;
}

/** Judges with evidence fetched now. */
export async function judgeFitness(platform: Platform, of: FitnessOf): Promise<Permission> {
  return certificateFitness({ ...of, path: await platform.certificates.judge(of.certificate, of.chain) });
}

const WAIT_MS = 2000;

/**
 * Judges the act's certificate again right before it is used: hours may lie between. Undefined when it is fit; while its
 * status cannot be learned the act waits, and one that became unfit ends it.
 */
export async function refuseUnfitNow(platform: Platform, session: SigningSession): Promise<WorkOutcome | undefined> {
  const schoolName = await platform.database.transaction(
    session,
    async (tx) => (await getSchool(tx, session.schoolId)).name,
  );
  const forSeal = session.slot === 'organisationSeal';
  const { certificate, chain } = session;
  const path = await platform.certificates.judge(certificate, chain);
  const expectedName = forSeal ? schoolName : session.signatoryName;
  const fitness = certificateFitness({ certificate, path, expectedName, schoolName, forSeal });
  if (fitness.allowed) return undefined;
  const unknown = path.subIndication === 'TRY_LATER';
  const ended = {
    state: 'failed' as const,
    finishedAt: platform.clock.now(),
    authorisation: null,
    authorisedUntil: null,
  };
  await platform.database.transaction(session, (tx) =>
    updateUnlessStopped(tx, session.sessionId, { problem: fitness.sentence, ...(unknown ? {} : ended) }),
  );
  return unknown ? { afterMs: WAIT_MS, problem: fitness.sentence } : 'done';
}
