import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { nodeCrypto } from '@hocba/signature/node';
import type { TemporaryDatabase } from '../../tests/harness/index.ts';
import { rootOfList } from './authorisation/client-data.ts';
import { type RemoteSigning, startRemoteSigning } from './start.ts';
import { ALGORITHM, PIN, someHashes, TestClient, testSettings } from './testing/test-service.ts';

let service: RemoteSigning;
let database: TemporaryDatabase;
let school: TestClient;
let teacher: { credentialId: string; publicKey: string };

before(async () => {
  const test = await testSettings();
  database = test.database;
  service = await startRemoteSigning(test.settings);
  school = new TestClient(service.url);
  await school.login();
  teacher = await school.enrol('teacher');
});

after(async () => {
  await service.close();
  await database.drop();
});

/** Over the finished digest: RSA by recovering it, ECDSA by a document whose digest it is. */
function isSigned(publicKey: string, document: string, signature: string, rsa = false): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const input = rsa ? key : ({ key, dsaEncoding: 'ieee-p1363' } as const);
  return verify('sha256', Buffer.from(document), input, Buffer.from(signature, 'base64'));
}

const refusal = (answer: { status: number; body: { error: string; error_description: string } }) =>
  `${answer.status} ${answer.body.error}: ${answer.body.error_description}`;

describe('a list is signed after its owner approved it', () => {
  test('the phone shows who asks, what for, every document and the root; the signatures come in the order asked', async () => {
    const hashes = someHashes(45);
    const documents = hashes.map((hash, index) => ({ hash, label: `Học bạ ${index + 1}` }));
    const clientData = JSON.stringify({ documents, root: rootOfList(hashes) });
    const { responseID } = (await school.authorize(teacher.credentialId, hashes, { clientData })).body;
    assert.equal((await school.call('credentials/authorizeCheck', { responseID })).status, 202);

    const [shown] = (await school.phone('teacher', 'list')).body.requests;
    assert.equal(shown.client, 'Trường Tiểu học Thử Nghiệm');
    assert.equal(shown.description, 'Ký học bạ lớp 1A');
    assert.equal(shown.root, rootOfList(hashes));
    assert.deepEqual(shown.documents, documents);

    await school.phone('teacher', 'approve', { responseID });
    const { SAD, expiresIn } = (await school.call('credentials/authorizeCheck', { responseID })).body;
    assert.ok(expiresIn > 590 && expiresIn <= 600);
    const backwards = hashes.toReversed();
    const { signatures } = (await school.sign(teacher.credentialId, SAD, backwards)).body;
    assert.equal(signatures.length, 45);
    signatures.forEach((signature: string, index: number) => {
      assert.ok(isSigned(teacher.publicKey, `học bạ ${44 - index}`, signature), `signature ${index}`);
    });
  });

  test('it may be signed in chunks, and a hash asked again gets the same signature', async () => {
    const hashes = someHashes(5, 'chunks');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const first = (await school.sign(teacher.credentialId, SAD, hashes.slice(0, 3))).body.signatures;
    const all = (await school.sign(teacher.credentialId, SAD, hashes)).body.signatures;
    assert.deepEqual(all.slice(0, 3), first);
    assert.equal(new Set(all).size, 5);
  });

  test('two requests at once for the same hashes get the same signatures', async () => {
    const hashes = someHashes(30, 'at once');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const answers = await Promise.all([1, 2, 3].map(() => school.sign(teacher.credentialId, SAD, hashes)));
    assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body.signatures))).size, 1);
  });

  test('an RSA key signs by PKCS #1 over DigestInfo', async () => {
    const principal = await school.enrol('rsa', { algorithm: 'rsa-2048' });
    const hashes = someHashes(2, 'rsa');
    const SAD = await school.approved('rsa', principal.credentialId, hashes);
    const { signatures } = (await school.sign(principal.credentialId, SAD, hashes, { signAlgo: ALGORITHM['rsa-2048'] }))
      .body;
    assert.ok(isSigned(principal.publicKey, 'rsa 1', signatures[1], true));
  });

  test('the product’s own verifier accepts the signature', async () => {
    const hashes = someHashes(1, 'verifier');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const [signature] = (await school.sign(teacher.credentialId, SAD, hashes)).body.signatures;
    const verified = await nodeCrypto.verify({
      algorithm: 'ecdsa-sha256',
      publicKey: Buffer.from(teacher.publicKey, 'base64'),
      data: Buffer.from('verifier 0'),
      signature: Buffer.from(signature, 'base64'),
    });
    assert.equal(verified, true);
  });

  test('asking again while it waits does not put a second request on the phone', async () => {
    const hashes = someHashes(2, 'again');
    const first = (await school.authorize(teacher.credentialId, hashes)).body.responseID;
    assert.equal((await school.authorize(teacher.credentialId, hashes)).body.responseID, first);
    assert.equal((await school.phone('teacher', 'reject', { responseID: first })).body.requests.length, 1);
  });
});

describe('asking is refused', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['without hashes', { hashes: [], numSignatures: 1 }, '400 invalid_request: Empty hash array'],
    [
      'for another number than the hashes',
      { numSignatures: 3 },
      '400 invalid_request: Invalid parameter numSignatures: it must be the number of hashes',
    ],
    [
      'for a hash that stands twice',
      { hashes: [someHashes(1)[0], someHashes(1)[0]] },
      '400 invalid_request: Invalid parameter hashes: a hash stands twice',
    ],
    [
      'for something that is no SHA-256',
      { hashes: ['AAAA'], numSignatures: 1 },
      '400 invalid_request: Invalid parameter hashes: base64 of SHA-256 digests',
    ],
    [
      'for another digest',
      { hashAlgorithmOID: '1.3.14.3.2.26' },
      '400 invalid_request: Invalid parameter hashAlgorithmOID: only 2.16.840.1.101.3.4.2.1 (SHA-256)',
    ],
    [
      'without a credential',
      { credentialID: 7 },
      '400 invalid_request: Missing (or invalid type) string parameter credentialID',
    ],
    ['for an unknown credential', { credentialID: 'nobody' }, '400 invalid_request: Invalid parameter credentialID'],
    [
      'when the shown list is not the signed one',
      { clientData: JSON.stringify({ documents: [] }) },
      '400 invalid_request: Invalid parameter clientData: its documents are not the hashes, in their order',
    ],
    [
      'when clientData is no JSON',
      { clientData: '{' },
      '400 invalid_request: Invalid parameter clientData: JSON with documents [{hash, label}]',
    ],
    [
      'when its root is another list’s',
      { clientData: JSON.stringify({ documents: someHashes(2).map((hash) => ({ hash, label: 'a' })), root: '00' }) },
      '400 invalid_request: Invalid parameter clientData: root is not SHA-256 over the digests, in hex',
    ],
    [
      'synchronously',
      { operationMode: 'S' },
      '400 invalid_request: Invalid parameter operationMode: only A, the owner answers on the phone',
    ],
  ];
  for (const [title, changes, expected] of cases) {
    test(title, async () => {
      assert.equal(refusal(await school.authorize(teacher.credentialId, someHashes(2), changes)), expected);
    });
  }

  test('for more than the credential allows at once', async () => {
    const { credentialId } = await school.enrol('two', { multisign: 2 });
    assert.match(refusal(await school.authorize(credentialId, someHashes(3))), /numSignatures: at most 2$/);
  });

  test('while the key has no certificate or is disabled', async () => {
    const { credentialId, publicKey } = await school.enrol('new', { certified: false });
    assert.match(
      refusal(await school.authorize(credentialId, someHashes(1))),
      /access_denied: The credential has no certificate yet/,
    );
    await school.certify(credentialId, publicKey);
    await school.office('PUT', `credentials/${credentialId}/status`, { status: 'disabled' });
    assert.match(
      refusal(await school.authorize(credentialId, someHashes(1))),
      /access_denied: The credential is disabled/,
    );
  });

  test('and after the owner rejected, there is nothing to sign with', async () => {
    const { responseID } = (await school.authorize(teacher.credentialId, someHashes(1, 'no'))).body;
    await school.phone('teacher', 'reject', { responseID });
    const answer = await school.call('credentials/authorizeCheck', { responseID });
    assert.equal(answer.status, 400);
    assert.equal(answer.body.error, 'access_denied');
    assert.equal(answer.body.status, 'rejected');
    assert.deepEqual((await school.phone('teacher', 'approve', { responseID })).body.requests, []);
  });
});

describe('signing is refused', () => {
  test('for a hash that was not approved, even beside approved ones', async () => {
    const hashes = someHashes(2, 'approved');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const answer = await school.sign(teacher.credentialId, SAD, [...hashes, ...someHashes(1, 'slipped in')]);
    assert.equal(refusal(answer), '400 invalid_request: A hash is not among those the SAD authorises');
  });

  test('with another person’s key', async () => {
    const hashes = someHashes(1, 'mine');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const { credentialId } = await school.enrol('colleague');
    assert.equal(refusal(await school.sign(credentialId, SAD, hashes)), '400 invalid_request: Invalid parameter SAD');
  });

  test('with authorisation data made up or changed', async () => {
    const hashes = someHashes(1, 'made up');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    for (const wrong of ['x', `${SAD}x`, SAD.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))]) {
      assert.equal(
        refusal(await school.sign(teacher.credentialId, wrong, hashes)),
        '400 invalid_request: Invalid parameter SAD',
      );
    }
  });

  test('to another program that got hold of the authorisation data', async () => {
    const hashes = someHashes(1, 'stolen');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const other = new TestClient(service.url, 'other');
    await other.login();
    assert.equal(
      refusal(await other.sign(teacher.credentialId, SAD, hashes)),
      '400 invalid_request: Invalid parameter SAD',
    );
  });

  test('by another algorithm than the key’s, and without hashes', async () => {
    const hashes = someHashes(1, 'algorithm');
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    const rsa = await school.sign(teacher.credentialId, SAD, hashes, { signAlgo: ALGORITHM['rsa-2048'] });
    assert.match(refusal(rsa), /Invalid parameter signAlgo/);
    assert.equal(refusal(await school.sign(teacher.credentialId, SAD, [])), '400 invalid_request: Empty hash array');
  });

  test('without a token, or with a person’s token for somebody else’s key', async () => {
    assert.equal((await school.call('credentials/info', { credentialID: teacher.credentialId }, 'none')).status, 401);
    assert.equal((await school.call('signatures/signHash', {}, '')).body.error, 'invalid_token');
  });

  test('after its time', async () => {
    await school.office('PUT', 'faults', { sadSeconds: 0.05 });
    const hashes = someHashes(1, 'late');
    const { responseID } = (await school.authorize(teacher.credentialId, hashes)).body;
    await school.phone('teacher', 'approve', { responseID });
    const check = await school.call('credentials/authorizeCheck', { responseID });
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.match(refusal(await school.sign(teacher.credentialId, check.body.SAD, hashes)), /SAD: it has expired/);
    assert.equal((await school.call('credentials/authorizeCheck', { responseID })).body.status, 'expired');
    await school.office('PUT', 'faults', {});
  });
});

describe('faults on demand', () => {
  const signOnce = async (fault: string) => {
    const hashes = someHashes(3, fault);
    const SAD = await school.approved('teacher', teacher.credentialId, hashes);
    await school.office('PUT', 'faults', { [fault]: 1 });
    const wrong = await school
      .sign(teacher.credentialId, SAD, hashes)
      .catch((error: Error) => ({ status: 0, body: error }));
    const right = await school.sign(teacher.credentialId, SAD, hashes);
    right.body.signatures.forEach((signature: string, index: number) => {
      assert.ok(isSigned(teacher.publicKey, `${fault} ${index}`, signature));
    });
    return { wrong, right: right.body.signatures as string[] };
  };

  test('too many requests, and unavailable', async () => {
    assert.equal((await signOnce('tooManyRequests')).wrong.status, 429);
    assert.equal((await signOnce('unavailable')).wrong.status, 503);
  });

  test('a list cut short, in another order, or with one signature for all', async () => {
    const partial = await signOnce('partialList');
    assert.deepEqual(partial.wrong.body.signatures, partial.right.slice(0, 2));
    const turned = await signOnce('wrongOrder');
    assert.deepEqual(turned.wrong.body.signatures, [turned.right[1], turned.right[2], turned.right[0]]);
    const same = await signOnce('duplicate');
    assert.deepEqual(new Set(same.wrong.body.signatures), new Set([same.right[0]]));
  });

  test('signatures by a key that is not the credential’s', async () => {
    const { wrong } = await signOnce('wrongKey');
    assert.equal(isSigned(teacher.publicKey, 'wrongKey 0', wrong.body.signatures[0]), false);
  });

  test('the connection breaks after signing: the same request then gets what was signed', async () => {
    const { wrong } = await signOnce('cutAfterSigning');
    assert.equal(wrong.status, 0);
    const { rows } = await countSignatures();
    assert.equal(rows[0]?.most, 1);
  });

  test('an unknown switch is refused', async () => {
    assert.match(refusal(await school.office('PUT', 'faults', { explode: 1 })), /Unknown fault explode/);
  });
});

async function countSignatures() {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const answer = await client.query<{ most: number }>(
    'select max(n)::int as most from (select count(*) as n from made_signature group by authorisation_id, hash) as counts',
  );
  await client.end();
  return answer;
}

describe('the phone and the office', () => {
  test('five wrong PINs lock the phone, even for the right one', async () => {
    await school.enrol('forgetful');
    for (let attempt = 0; attempt < 5; attempt++) {
      assert.match(
        refusal(await school.phone('forgetful', 'list', { pin: '000000' })),
        /invalid_pin: Sai tên người dùng hoặc mã PIN/,
      );
    }
    assert.match(refusal(await school.phone('forgetful', 'list')), /invalid_pin: Đã khoá 15 phút/);
    await school.enrol('forgetful');
    assert.equal((await school.phone('forgetful', 'list')).status, 200);
  });

  test('an approval reaches only the owner’s own requests', async () => {
    await school.enrol('stranger');
    const { responseID } = (await school.authorize(teacher.credentialId, someHashes(1, 'not yours'))).body;
    assert.deepEqual((await school.phone('stranger', 'approve', { responseID })).body.requests, []);
    assert.equal((await school.call('credentials/authorizeCheck', { responseID })).status, 202);
  });

  test('the page asks for the PIN first, and shows labels as text, never as HTML', async () => {
    const hashes = someHashes(1, 'page');
    const clientData = JSON.stringify({ documents: [{ hash: hashes[0], label: '<b>Học bạ</b>' }] });
    await school.authorize(teacher.credentialId, hashes, { clientData });
    const locked = await (await fetch(`${service.url}/phone/teacher`)).text();
    assert.doesNotMatch(locked, /Học bạ/);
    assert.equal((await school.form('/phone/teacher/decide', { responseID: 'x', decision: 'approve' })).status, 401);
    const login = await fetch(`${service.url}/phone/teacher/login`, {
      method: 'POST',
      body: new URLSearchParams({ pin: PIN }),
      redirect: 'manual',
    });
    const cookie = login.headers.get('set-cookie') ?? '';
    assert.match(cookie, /HttpOnly; SameSite=Strict/);
    const open = await (await fetch(`${service.url}/phone/teacher`, { headers: { cookie } })).text();
    assert.match(open, /&#60;b&#62;Học bạ&#60;\/b&#62;/);
    assert.match(await (await fetch(`${service.url}/phone/colleague`, { headers: { cookie } })).text(), /Mở khoá/);
  });

  test('the office wants its token, and refuses a certificate for another key', async () => {
    assert.equal((await school.office('POST', 'users', {}, 'wrong')).status, 401);
    const { credentialId } = await school.enrol('mine');
    assert.match(
      refusal(await school.certify(credentialId, teacher.publicKey)),
      /The first certificate is not for this key/,
    );
  });

  test('the same person enrolled again keeps the key', async () => {
    assert.equal((await school.enrol('teacher')).credentialId, teacher.credentialId);
  });

  test('credentials are listed with certificate, level and limit; a private key never leaves', async () => {
    const list = await school.call('credentials/list', {
      userID: 'teacher',
      credentialInfo: true,
      certificates: 'chain',
    });
    assert.deepEqual(list.body.credentialIDs, [teacher.credentialId]);
    const [info] = list.body.credentialInfos;
    assert.equal(info.cert.certificates.length, 3);
    assert.equal(info.SCAL, '2');
    assert.equal(info.multisign, 2000);
    assert.deepEqual(info.key, {
      status: 'enabled',
      algo: ['1.2.840.10045.4.3.2'],
      len: 256,
      curve: '1.2.840.10045.3.1.7',
    });
    assert.doesNotMatch(JSON.stringify(list.body), /encrypted|private/i);
    assert.match(refusal(await school.call('credentials/list', {})), /userID/);
  });

  test('info tells what the service can do', async () => {
    const { body } = await school.call('info', {});
    assert.equal(body.specs, '2.0.0.2');
    assert.ok(body.methods.includes('signatures/signHash'));
    assert.equal(body.oauth2, `${service.url}/csc/v2`);
  });
});
