import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { issueCrl } from '../../../../simulators/certificate-authority/authority.ts';
import { judgeSignature } from './judge-signature.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { day, hour, signed, World, year } from './test-world.ts';
import type { ValidationContext } from './validation-context.ts';

export const soon = signed + 2 * hour;
export const afterExpiry = signed + 400 * day;
/** By when the second timestamp authority of `archived` still runs, but nothing older does. */
export const late = signed + 2.5 * year;

/** What is special in a case; each world is new, so that nothing is revoked for others. */
export interface JudgementCase {
  readonly at: number;
  readonly evidence?: (world: World) => Partial<SignatureEvidence>;
  readonly without?: readonly ('signatureIntact' | 'signingCertificate')[];
  readonly context?: (world: World) => Partial<ValidationContext>;
  readonly verdict: string;
}

export const timestamped = (world: World) => ({ timestamps: [world.timestamp(signed + 60_000)] });
export const crlsAt = (world: World, when: number) => ({ crls: world.authority.crls(when) });
export const listOf = (serialNumber: string, at: number, issuer: World['authority']['authority'], thisUpdate: number) =>
  issueCrl({ revoked: [{ serialNumber, at }], thisUpdate, nextUpdate: thisUpdate + 7 * day, number: 9 }, issuer);

/** Signed, timestamped, its material collected, and all of it timestamped by a younger authority. */
export function archived(
  world: World,
  when = signed + 5 * hour,
  tsa = world.authority.tsa,
): Partial<SignatureEvidence> {
  const signature = world.timestamp(signed + 60_000, { tsa });
  const crls = world.authority.crls(signed + hour);
  const objects = [...crls, signature.token, world.signer.certificate, ...world.authority.intermediates];
  const newer = world.archive.crls(when + hour);
  return {
    level: 'B-LTA',
    certificates: [world.signer.certificate, ...world.authority.intermediates, ...world.archive.intermediates],
    crls: [...crls, ...newer],
    timestamps: [signature, world.archiveTimestamp(when, objects)],
  };
}

/** A test a case, each in a world of its own. */
export function judgeCases(title: string, cases: Readonly<Record<string, JudgementCase>>): void {
  describe(`a signature is judged by ${title}`, () => {
    for (const [name, { at, evidence, without, context, verdict }] of Object.entries(cases)) {
      test(`${name}: ${verdict}`, async () => {
        const world = new World();
        const whole = world.evidence(evidence?.(world));
        const given = Object.entries(whole).filter(([member]) => !without?.some((one) => one === member));
        const judged = { ...Object.fromEntries(given) } as SignatureEvidence;
        const judgement = await judgeSignature(judged, world.context(at, context?.(world)));
        const said = [judgement.indication, judgement.subIndication].filter(Boolean).join('/');
        assert.equal(said, verdict, JSON.stringify(judgement.findings, undefined, 1));
      });
    }
  });
}
