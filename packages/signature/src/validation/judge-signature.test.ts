import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { issueCertificate, testName } from '../../../../simulators/certificate-authority/authority.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { judgeSignature } from './judge-signature.ts';
import { archived, late, listOf, soon, timestamped } from './test-judgement-cases.ts';
import { day, hour, signed, World, year } from './test-world.ts';

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
