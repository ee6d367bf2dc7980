import { FlattenedSign } from 'jose';
import type { Platform } from '../../platform/platform.ts';
import type { YearAnswer } from './look-up.ts';

/** What the portal answered to a code at a time, as people and programs read it. */
export interface LookupAnswer {
  readonly portal: string;
  readonly lookupCode: string;
  readonly answeredAt: string;
  readonly records: readonly YearAnswer['view'][];
}

export function lookupAnswer(platform: Platform, lookupCode: string, answers: readonly YearAnswer[]): LookupAnswer {
  return {
    portal: platform.config.organisationId,
    lookupCode,
    answeredAt: platform.clock.now().toISOString(),
    records: answers.map((each) => each.view),
  };
}

/**
 * The answer as evidence: a flattened JWS under the portal's key, the readable answer beside it as an additional member.
 * @law KH 213/KH-BGDĐT PL 2.2, 2.3: what the portal answers can be shown to others. @spec RFC 7515 7.2.2
 */
export async function signAnswer(platform: Platform, answer: LookupAnswer) {
  const { key, certificates } = platform.installKey;
  const jws = await new FlattenedSign(new TextEncoder().encode(JSON.stringify(answer)))
    .setProtectedHeader({ alg: 'ES256', typ: 'hocba-lookup+jws', x5c: [...certificates] })
    .sign(key);
  return { answer, ...jws };
}
