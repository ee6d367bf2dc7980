import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extension, issueCrl } from '../../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { der, sequence } from '../der/writer.ts';
import { judgeSignature } from './judge-signature.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { day, hour, signed, World } from './test-world.ts';
import type { ValidationContext } from './validation-context.ts';

/** Evidence that is almost enough, each beside the case in which it is. */
interface Case {
  readonly at: number;
  readonly evidence: (world: World) => Partial<SignatureEvidence>;
  readonly context?: (world: World) => Partial<ValidationContext>;
  readonly verdict: string;
}

const soon = signed + 2 * hour;
const afterExpiry = signed + 400 * day;

/** Reasons 1 to 4 (key compromise … superseded), and 5 to 8; RFC 5280 5.2.5. */
const someReasons = { first: [3, 0x78], others: [7, 0x07, 0x80] } as const;
type SomeReasons = keyof typeof someReasons;

interface PartialList {
  readonly of: SomeReasons;
  readonly at: number;
  /** Serial numbers of those it names revoked a day before the signature. */
  readonly revoked?: readonly string[];
}

function partialList({ authority }: World, { of, at, revoked = [] }: PartialList): Uint8Array {
  const point = sequence(der(0x83, Uint8Array.from(someReasons[of])));
  const entries = revoked.map((serialNumber) => ({ serialNumber, at: signed - day }));
  return issueCrl(
    {
      ...{ revoked: entries, thisUpdate: at, nextUpdate: at + 7 * day, number: 9 },
      extraExtensions: [extension('2.5.29.28', point, true)],
    },
    authority.authority,
  );
}

function partial(world: World, ...lists: readonly PartialList[]): Partial<SignatureEvidence> {
  const ofAuthority = world.authority.crls(signed + hour).slice(1);
  return { crls: [...ofAuthority, ...lists.map((list) => partialList(world, list))] };
}

const serialOf = ({ signer }: World) => parseCertificate(signer.certificate).serialNumber;

const revocation: Readonly<Record<string, Case>> = {
  'a list of some reasons alone': {
    at: soon,
    evidence: (world) => partial(world, { of: 'first', at: signed + hour }),
    verdict: 'INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE',
  },
  'lists that speak of every reason together': {
    at: soon,
    evidence: (world) => partial(world, { of: 'first', at: signed + hour }, { of: 'others', at: signed + hour }),
    verdict: 'TOTAL-PASSED',
  },
  'a list of some reasons newer than one of others that names the certificate': {
    at: soon,
    evidence: (world) =>
      partial(
        world,
        { of: 'first', at: signed + hour },
        { of: 'others', at: signed + 60_000, revoked: [serialOf(world)] },
      ),
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
  'a list from after the certificate ended, in which a revoked one is no longer named': {
    at: afterExpiry,
    evidence: (world) => ({
      timestamps: [world.timestamp(signed + 60_000)],
      crls: world.authority.crls(signed + 390 * day),
    }),
    verdict: 'INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE',
  },
  'revoked in the very second of the timestamp': {
    at: signed + 2 * day,
    evidence: (world) => {
      world.authority.revoke(world.signer.certificate, signed + 60_000, 'keyCompromise');
      return { timestamps: [world.timestamp(signed + 60_000)], crls: world.authority.crls(signed + day) };
    },
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
};

/** A timestamp of another authority than the signatory's, with all that speaks for it. */
function ofArchive(world: World): Partial<SignatureEvidence> {
  const { authority, archive, signer } = world;
  return {
    certificates: [signer.certificate, ...authority.intermediates, ...archive.intermediates],
    crls: [...authority.crls(signed + hour), ...archive.crls(signed + hour)],
    timestamps: [world.timestamp(signed + 60_000, { tsa: archive.tsa })],
  };
}

function archiveTrustedFrom({ authority, archive }: World, trustedFrom: number): Partial<ValidationContext> {
  return {
    anchors: [
      { certificate: parseCertificate(authority.root.certificate) },
      { certificate: parseCertificate(archive.root.certificate), trustedFrom },
    ],
  };
}

const timestamps: Readonly<Record<string, Case>> = {
  'an authority trusted since before its timestamp': {
    at: afterExpiry,
    evidence: ofArchive,
    context: (world) => archiveTrustedFrom(world, signed),
    verdict: 'TOTAL-PASSED',
  },
  'an authority trusted only since after its timestamp': {
    at: afterExpiry,
    evidence: ofArchive,
    context: (world) => archiveTrustedFrom(world, signed + hour),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'an archive timestamp that leaves out the token it should save': {
    at: afterExpiry,
    evidence: (world) => ({
      ...ofArchive(world),
      timestamps: [
        world.timestamp(signed + 60_000, { tsa: world.shortTsa }),
        { ...world.archiveTimestamp(signed + 390 * day, []), id: 'late' },
      ],
      crls: [...world.authority.crls(signed + hour), ...world.archive.crls(signed + 391 * day)],
    }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'a timestamp that cannot be rebuilt, beside a later one that can': {
    at: signed + 2 * day,
    evidence: (world) => {
      world.authority.revoke(world.signer.certificate, signed + hour, 'keyCompromise');
      const early = { ...world.timestamp(signed + 60_000), imprint: () => undefined };
      const timestamps = [early, { ...world.timestamp(signed + 2 * hour), id: 'later' }];
      return { timestamps, crls: world.authority.crls(signed + day) };
    },
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
  'two timestamps, of which the good one is early enough': {
    at: signed + 2 * day,
    evidence: (world) => {
      world.authority.revoke(world.signer.certificate, signed + hour, 'keyCompromise');
      const broken = { ...world.timestamp(signed + 1_000), imprint: () => undefined };
      const timestamps = [broken, { ...world.timestamp(signed + 60_000), id: 'good' }];
      return { timestamps, crls: world.authority.crls(signed + day) };
    },
    verdict: 'TOTAL-PASSED',
  },
};

/** A root that is trusted for timestamps, in the place of one trusted for everything. */
function onlyForTimestamps(root: Uint8Array, others: readonly Uint8Array[] = []): Partial<ValidationContext> {
  return {
    anchors: [
      { certificate: parseCertificate(root), onlyFor: 'timeStamping' },
      ...others.map((der) => ({ certificate: parseCertificate(der) })),
    ],
  };
}

const trust: Readonly<Record<string, Case>> = {
  'a signatory under a root that is trusted for timestamps only': {
    at: soon,
    evidence: () => ({}),
    context: ({ authority }) => onlyForTimestamps(authority.root.certificate),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'a timestamp under a root that is trusted for timestamps only': {
    at: afterExpiry,
    evidence: ofArchive,
    context: ({ authority, archive }) => onlyForTimestamps(archive.root.certificate, authority.anchors),
    verdict: 'TOTAL-PASSED',
  },
};

for (const [title, table] of Object.entries({ revocation, timestamps, trust })) {
  describe(`what is almost enough, by ${title}`, () => {
    for (const [name, { at, evidence, context, verdict }] of Object.entries(table)) {
      test(`${name}: ${verdict}`, async () => {
        const world = new World();
        const given = world.context(at, context?.(world));
        const judgement = await judgeSignature(world.evidence(evidence(world)), given);
        const said = [judgement.indication, judgement.subIndication].filter(Boolean).join('/');
        assert.equal(said, verdict, JSON.stringify(judgement.findings, undefined, 1));
      });
    }
  });
}

test('a signature is never proven to be younger than the time it is judged for', async () => {
  const world = new World();
  const evidence = world.evidence({ timestamps: [world.timestamp(signed + day)] });
  const judgement = await judgeSignature(evidence, world.context(soon));
  assert.equal(judgement.bestSignatureTime, soon);
  assert.equal(judgement.timeProven, false);
});
