import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { issueCertificate, issueCrl, testName } from '../../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { defaultValidationPolicy } from '../crypto-policy/index.ts';
import { judgeSignature } from './judge-signature.ts';
import type { SignatureEvidence } from './signature-evidence.ts';
import { day, hour, signed, World, year } from './test-world.ts';
import type { ValidationContext } from './validation-context.ts';
import { readMaterial } from './validation-material.ts';

const soon = signed + 2 * hour;
const afterExpiry = signed + 400 * day;

/** What is special in a case; each world is new, so that nothing is revoked for others. */
interface Case {
  readonly at: number;
  readonly evidence?: (world: World) => Partial<SignatureEvidence>;
  readonly without?: readonly ('signatureIntact' | 'signingCertificate')[];
  readonly context?: (world: World) => Partial<ValidationContext>;
  readonly verdict: string;
}

const timestamped = (world: World) => ({ timestamps: [world.timestamp(signed + 60_000)] });
const crlsAt = (world: World, when: number) => ({ crls: world.authority.crls(when) });
const serialOf = (certificate: Uint8Array) => parseCertificate(certificate).serialNumber;
const listOf = (serialNumber: string, at: number, issuer: World['authority']['authority'], thisUpdate: number) =>
  issueCrl({ revoked: [{ serialNumber, at }], thisUpdate, nextUpdate: thisUpdate + 7 * day, number: 9 }, issuer);

const cases: Readonly<Record<string, Case>> = {
  'everything right, no timestamp': { at: soon, verdict: 'TOTAL-PASSED' },
  'everything right, timestamped': { at: soon, evidence: timestamped, verdict: 'TOTAL-PASSED' },
  'certificate expired now, timestamped before': { at: afterExpiry, evidence: timestamped, verdict: 'TOTAL-PASSED' },
  'certificate expired now, no timestamp': { at: afterExpiry, verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED' },
  'certificate expired, timestamped after its end': {
    at: afterExpiry,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 390 * day)] }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'signature data without any revocation data': {
    at: soon,
    evidence: () => ({ crls: [] }),
    verdict: 'INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE',
  },
  'revocation data only given from outside': {
    at: soon,
    evidence: () => ({ crls: [] }),
    context: (world) => ({
      material: readMaterial({ certificates: [], crls: world.authority.crls(signed + hour), ocsps: [] }),
    }),
    verdict: 'TOTAL-PASSED',
  },
  'OCSP about the signatory, a list about the authority': {
    at: soon,
    evidence: (world) => ({
      crls: world.authority.crls(signed + hour).slice(1),
      ocsps: [world.ocspAbout(world.signer.certificate, signed + hour)],
    }),
    verdict: 'TOTAL-PASSED',
  },
  'revocation data older than the signature, no longer fresh then': {
    at: soon,
    evidence: (world) => ({ ...timestamped(world), ...crlsAt(world, signed - 10 * day) }),
    verdict: 'INDETERMINATE/TRY_LATER',
  },
  'revocation data fresh when timestamped, old now': {
    at: signed + 60 * day,
    evidence: timestamped,
    verdict: 'TOTAL-PASSED',
  },
  'revocation data old now, no timestamp': { at: signed + 60 * day, verdict: 'INDETERMINATE/TRY_LATER' },
  'revocation data as old as the policy allows': {
    at: signed + 3 * hour,
    context: () => ({ policy: { ...defaultValidationPolicy, revocationFreshness: hour } }),
    verdict: 'INDETERMINATE/TRY_LATER',
  },
  'the certificate policy that is demanded': {
    at: soon,
    context: () => ({ policy: { ...defaultValidationPolicy, certificatePolicies: ['2.999.27.1'] } }),
    verdict: 'TOTAL-PASSED',
  },
  'another certificate policy than is demanded': {
    at: soon,
    context: () => ({ policy: { ...defaultValidationPolicy, certificatePolicies: ['2.999.9'] } }),
    verdict: 'INDETERMINATE/CERTIFICATE_CHAIN_GENERAL_FAILURE',
  },
  'no trusted anchor': {
    at: soon,
    context: () => ({ anchors: [] }),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'signed with a self-signed certificate nobody trusts': {
    at: soon,
    evidence: (world) => ({ signingCertificate: parseCertificate(world.authority.root.certificate) }),
    context: () => ({ anchors: [] }),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'certificate not yet valid': { at: signed - 40 * day, verdict: 'TOTAL-FAILED/NOT_YET_VALID' },
  'timestamped before the certificate began': {
    at: soon,
    evidence: (world) => ({ timestamps: [world.timestamp(signed - 40 * day)] }),
    verdict: 'TOTAL-FAILED/NOT_YET_VALID',
  },
  'claimed to be signed before the certificate began': {
    at: soon,
    evidence: () => ({ claimedSigningTime: signed - 40 * day }),
    verdict: 'TOTAL-PASSED',
  },
  'claimed before the certificate began, where claims count': {
    at: soon,
    evidence: () => ({ claimedSigningTime: signed - 40 * day }),
    context: () => ({ trustClaimedTime: true }),
    verdict: 'TOTAL-FAILED/NOT_YET_VALID',
  },
};

const revocations: Readonly<Record<string, Case>> = {
  'revoked after the timestamp': {
    at: signed + 2 * day,
    evidence: (world) => revokedSigner(world, { revokedAt: signed + day, timestamped: true }),
    verdict: 'TOTAL-PASSED',
  },
  'revoked before the timestamp': {
    at: signed + 2 * day,
    evidence: (world) => revokedSigner(world, { revokedAt: signed - day, timestamped: true }),
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
  'revoked, no timestamp': {
    at: signed + 2 * day,
    evidence: (world) => revokedSigner(world, { revokedAt: signed + day, timestamped: false }),
    verdict: 'INDETERMINATE/REVOKED_NO_POE',
  },
  'revoked before the data itself was timestamped': {
    at: signed + 2 * day,
    evidence: (world) => ({
      ...revokedSigner(world, { revokedAt: signed - day, timestamped: false }),
      timestamps: [world.timestamp(signed, { kind: 'content' })],
    }),
    verdict: 'TOTAL-FAILED/REVOKED',
  },
  'on hold': {
    at: signed + 2 * day,
    evidence: (world) => {
      world.authority.revoke(world.signer.certificate, signed - day, 'certificateHold');
      return crlsAt(world, signed + day);
    },
    verdict: 'INDETERMINATE/TRY_LATER',
  },
  'authority revoked before anything was proven': {
    at: signed + 2 * day,
    evidence: ({ authority }) => {
      const serial = serialOf(authority.authority.certificate);
      const [own] = authority.crls(signed + hour);
      return { crls: [listOf(serial, signed - day, authority.root, signed + day), ...(own ? [own] : [])] };
    },
    verdict: 'INDETERMINATE/REVOKED_CA_NO_POE',
  },
  'timestamp authority revoked for key compromise': {
    at: afterExpiry,
    evidence: (world) => {
      world.authority.revoke(world.authority.tsa.certificate, signed + day, 'keyCompromise');
      return { ...timestamped(world), ...crlsAt(world, signed + 2 * day) };
    },
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp authority closed in good order': {
    at: afterExpiry,
    evidence: (world) => {
      world.authority.revoke(world.authority.tsa.certificate, signed + day, 'cessationOfOperation');
      return { ...timestamped(world), ...crlsAt(world, signed + 2 * day) };
    },
    verdict: 'TOTAL-PASSED',
  },
  'OCSP responder expired': {
    at: signed + 20 * day,
    evidence: (world) => ({ ...timestamped(world), ...responderEnding(world, signed + 10 * day) }),
    verdict: 'INDETERMINATE/REVOCATION_OUT_OF_BOUNDS_NO_POE',
  },
};

function revokedSigner(world: World, { revokedAt, timestamped: has }: { revokedAt: number; timestamped: boolean }) {
  world.authority.revoke(world.signer.certificate, revokedAt, 'keyCompromise');
  return { ...crlsAt(world, signed + day + hour), ...(has ? timestamped(world) : {}) };
}

function responderEnding(world: World, notAfter: number): Partial<SignatureEvidence> {
  const { authority, signer } = world;
  const responder = authority.issue({ kind: 'ocsp', notAfter });
  return {
    crls: authority.crls(signed + hour).slice(1),
    ocsps: [signer, authority.tsa].map(({ certificate }) => world.ocspAbout(certificate, signed + hour, responder)),
  };
}

const rsaSha1: SignatureEvidence['algorithmsUsed'] = [
  { role: 'signature', algorithm: 'rsa-sha256', keyBits: 2048, where: 'SignatureMethod' },
  { role: 'digest', algorithm: 'sha-1', where: '#tt' },
];
const algorithms: Readonly<Record<string, Case>> = {
  'a digest by SHA-1, no proof of its age': {
    at: soon,
    evidence: () => ({ algorithmsUsed: rsaSha1 }),
    verdict: 'INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'a digest by SHA-1, timestamped long after its end': {
    at: soon,
    evidence: (world) => ({ algorithmsUsed: rsaSha1, ...timestamped(world) }),
    verdict: 'INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
  'an RSA key of 2048 bits after its end, timestamped before': {
    at: Date.parse('2029-01-05T00:00:00Z'),
    evidence: (world) => ({
      algorithmsUsed: [{ role: 'signature', algorithm: 'rsa-sha256', keyBits: 2048, where: 'SignatureMethod' }],
      ...archived(world),
    }),
    verdict: 'TOTAL-PASSED',
  },
  'an algorithm nobody here knows': {
    at: soon,
    without: ['signatureIntact'],
    evidence: () => ({
      algorithmsUsed: [{ role: 'signature', algorithm: 'unknown', where: 'SignatureMethod' }],
    }),
    verdict: 'INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  },
};

/** Signed, timestamped, its material collected, and all of it timestamped by a younger authority. */
function archived(world: World, when = signed + 5 * hour, tsa = world.authority.tsa): Partial<SignatureEvidence> {
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

/** By when the second timestamp authority of `archived` still runs, but nothing older does. */
const late = signed + 2.5 * year;

const timestamps: Readonly<Record<string, Case>> = {
  'timestamp of another signature': {
    at: afterExpiry,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 60_000, { over: new Uint8Array(9) })] }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp of another signature while the certificate runs': {
    at: soon,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 60_000, { over: new Uint8Array(9) })] }),
    verdict: 'TOTAL-PASSED',
  },
  'signature timestamped before its data': {
    at: soon,
    evidence: (world) => ({
      timestamps: [world.timestamp(signed + hour, { kind: 'content' }), world.timestamp(signed + 60_000)],
    }),
    verdict: 'INDETERMINATE/TIMESTAMP_ORDER_FAILURE',
  },
  'timestamp authority expired, nothing newer': {
    at: afterExpiry,
    evidence: (world) => ({ timestamps: [world.timestamp(signed + 60_000, { tsa: world.shortTsa })] }),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp authority expired, archived while it ran': {
    at: afterExpiry,
    evidence: (world) => archived(world, signed + 5 * hour, world.shortTsa),
    verdict: 'TOTAL-PASSED',
  },
  'timestamp authority expired, archived too late': {
    at: signed + 390 * day,
    evidence: (world) => archived(world, signed + 380 * day, world.shortTsa),
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NOT_REVOKED',
  },
  'timestamp authority compromised after the archive covered its token': {
    at: afterExpiry,
    evidence: (world) => {
      const evidence = archived(world);
      world.authority.revoke(world.authority.tsa.certificate, signed + day, 'keyCompromise');
      return { ...evidence, crls: [...(evidence.crls ?? []), ...world.authority.crls(signed + 2 * day)] };
    },
    verdict: 'TOTAL-PASSED',
  },
  'everything of the first authority expired, archived in time': {
    at: late,
    evidence: (world) => archived(world),
    verdict: 'TOTAL-PASSED',
  },
  'everything of the first authority expired, never archived': {
    at: late,
    evidence: timestamped,
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NO_POE',
  },
  'archive timestamp broken': {
    at: late,
    evidence: (world) => {
      const evidence = archived(world);
      const broken = evidence.timestamps?.map((one) =>
        one.kind === 'archive' ? { ...one, imprint: () => new Uint8Array(32) } : one,
      );
      return { ...evidence, ...(broken && { timestamps: broken }) };
    },
    verdict: 'INDETERMINATE/OUT_OF_BOUNDS_NO_POE',
  },
};

const problems: Readonly<Record<string, Case>> = {
  'signed data changed': {
    at: soon,
    evidence: () => ({ covered: [{ uri: '#tt', what: '/HocBa/ThongTin', intact: false, found: true }] }),
    verdict: 'TOTAL-FAILED/HASH_FAILURE',
  },
  'signed data missing': {
    at: soon,
    evidence: () => ({ covered: [{ uri: 'phu-luc.pdf', what: 'a file', intact: false, found: false }] }),
    verdict: 'INDETERMINATE/SIGNED_DATA_NOT_FOUND',
  },
  'signs nothing': { at: soon, evidence: () => ({ covered: [] }), verdict: 'INDETERMINATE/SIGNED_DATA_NOT_FOUND' },
  'value wrong, and the certificate untrusted': {
    at: soon,
    evidence: () => ({ signatureIntact: false }),
    context: () => ({ anchors: [] }),
    verdict: 'TOTAL-FAILED/SIG_CRYPTO_FAILURE',
  },
  'no certificate': {
    at: soon,
    without: ['signingCertificate', 'signatureIntact'],
    verdict: 'INDETERMINATE/NO_SIGNING_CERTIFICATE_FOUND',
  },
  'format broken': {
    at: soon,
    evidence: () => ({ problems: [{ code: 'structure-wrong', subIndication: 'FORMAT_FAILURE', where: '/x' }] }),
    verdict: 'TOTAL-FAILED/FORMAT_FAILURE',
  },
  'PDF changed afterwards': {
    at: soon,
    evidence: () => ({ changesAfter: [{ kind: 'page-content', permitted: false }] }),
    verdict: 'TOTAL-FAILED/FORMAT_FAILURE',
  },
  'level below what is demanded': {
    at: soon,
    context: () => ({ policy: { ...defaultValidationPolicy, requiredLevel: 'B-LTA' } }),
    verdict: 'INDETERMINATE/SIG_CONSTRAINTS_FAILURE',
  },
  'policy document not the one that was signed': {
    at: soon,
    evidence: () => ({ signaturePolicy: { id: 'urn:oid:2.999.1', digestOk: false } }),
    verdict: 'INDETERMINATE/POLICY_PROCESSING_ERROR',
  },
  'certificate for something else': {
    at: soon,
    evidence: (world) => ({
      signingCertificate: parseCertificate(world.authority.issue({ kind: 'wrongUsage' }).certificate),
    }),
    verdict: 'INDETERMINATE/CHAIN_CONSTRAINTS_FAILURE',
  },
  'anchor no longer trusted, no timestamp': {
    at: signed + 10 * day,
    context: (world) => trustedUntil(world, signed + 3 * hour),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
  },
  'anchor trusted only since after the timestamp': {
    at: soon,
    evidence: timestamped,
    context: ({ authority }) => ({
      anchors: [{ certificate: parseCertificate(authority.root.certificate), trustedFrom: signed + hour }],
    }),
    verdict: 'INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND',
  },
  'anchor trusted twice, the second time still': {
    at: soon,
    context: ({ authority }) => {
      const certificate = parseCertificate(authority.root.certificate);
      return {
        anchors: [
          { certificate, trustedUntil: signed - year },
          { certificate, trustedFrom: signed - day },
        ],
      };
    },
    verdict: 'TOTAL-PASSED',
  },
  'anchor trusted until after the timestamp, archived then': {
    at: signed + 10 * day,
    evidence: (world) => archived(world),
    context: (world) => trustedUntil(world, signed + 6 * hour),
    verdict: 'TOTAL-PASSED',
  },
};

function trustedUntil({ authority, archive }: World, until: number): Partial<ValidationContext> {
  return {
    anchors: [
      { certificate: parseCertificate(authority.root.certificate), trustedUntil: until },
      { certificate: parseCertificate(archive.root.certificate) },
    ],
  };
}

const tables = { 'certificates and time': cases, revocation: revocations, algorithms, timestamps, problems };

for (const [title, table] of Object.entries(tables)) {
  describe(`a signature is judged by ${title}`, () => {
    for (const [name, { at, evidence, without, context, verdict }] of Object.entries(table)) {
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

describe('a judgement tells', () => {
  let world: World;
  before(() => {
    world = new World();
  });

  test('the proven time, and that revocation data came from the file', async () => {
    const judgement = await judgeSignature(world.evidence(timestamped(world)), world.context(soon));
    assert.equal(judgement.bestSignatureTime, signed + 60_000);
    assert.equal(judgement.timeProven, true);
    assert.equal(judgement.path.length, 3);
    assert.deepEqual(
      judgement.revocations.map((used) => used?.origin),
      ['embedded', 'embedded'],
    );
    assert.equal(judgement.timestamps[0]?.indication, 'PASSED');
  });

  test('the path that holds where there are two, and of the other why it does not', async () => {
    const { authority, archive } = world;
    const crossed = issueCertificate(
      {
        ...{ kind: 'authority', subject: testName('CA chuyên dùng THỬ NGHIỆM'), serialNumber: '4dff' },
        ...{ spki: authority.authority.key.spki, notBefore: signed - year, notAfter: signed + year, pathLength: 0 },
      },
      archive.root,
    );
    const crls = [...authority.crls(signed + hour), listOf('4dff', signed - day, archive.root, signed + hour)];
    const certificates = [crossed, ...authority.intermediates];
    const evidence = world.evidence({ certificates, crls });
    const both = await judgeSignature(evidence, world.context(soon));
    assert.equal(both.indication, 'TOTAL-PASSED');
    assert.deepEqual(both.path.at(-1), parseCertificate(authority.root.certificate));
    const anchors = [{ certificate: parseCertificate(archive.root.certificate) }];
    const other = await judgeSignature(evidence, world.context(soon, { anchors }));
    assert.equal(other.subIndication, 'REVOKED_CA_NO_POE');
  });

  test('what every proof of existence is about', async () => {
    const judgement = await judgeSignature(world.evidence(archived(world)), world.context(late));
    assert.ok(judgement.proofs.some(({ of, at }) => of === 'signature' && at === signed + 60_000));
    assert.ok(judgement.proofs.length > 5);
  });
});
