import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { TemporaryDatabase } from '../../tests/harness/index.ts';
import { type RemoteSigning, startRemoteSigning } from './start.ts';
import { PIN, TestClient, testSettings } from './testing/test-service.ts';

const VERIFIER = 'a verifier nobody can guess, forty-three characters or more';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const REDIRECT = 'http://127.0.0.1:1/school';
const PROOF = { client_id: 'school', client_secret: 'school secret' };

let service: RemoteSigning;
let database: TemporaryDatabase;
let school: TestClient;

before(async () => {
  const test = await testSettings();
  database = test.database;
  service = await startRemoteSigning(test.settings);
  school = new TestClient(service.url);
  await school.enrol('principal');
  await school.enrol('teacher');
});

after(async () => {
  await service.close();
  await database.drop();
});

const asked = (changes: Readonly<Record<string, string>> = {}) => ({
  response_type: 'code',
  client_id: 'school',
  redirect_uri: REDIRECT,
  scope: 'service',
  state: 'xyz',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
  ...changes,
});

async function code(): Promise<string> {
  const { body } = await school.form('/csc/v2/oauth2/authorize', { ...asked(), userId: 'principal', pin: PIN });
  const address = new URL(body);
  assert.equal(address.searchParams.get('state'), 'xyz');
  return address.searchParams.get('code') ?? '';
}

const redeem = (given: string, changes: Readonly<Record<string, string>> = {}) =>
  school.form('/csc/v2/oauth2/token', {
    grant_type: 'authorization_code',
    code: given,
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...PROOF,
    ...changes,
  });

const list = (token: string, body: unknown = {}) => school.call('credentials/list', body, token);

describe('a person logs in at the service', () => {
  test('the page shows who asks, in Vietnamese', async () => {
    const page = await (await fetch(`${service.url}/csc/v2/oauth2/authorize?${new URLSearchParams(asked())}`)).text();
    assert.match(page, /Trường Tiểu học Thử Nghiệm<\/b> xin được xem chứng thư/);
    assert.match(page, /name="code_challenge" value="/);
  });

  test('and the program sees that person’s credentials, nobody else’s', async () => {
    const { body } = await redeem(await code());
    assert.equal(body.token_type, 'Bearer');
    assert.equal((await list(body.access_token)).body.credentialIDs.length, 1);
    assert.equal((await list(body.access_token, { userID: 'teacher' })).status, 400);
    const teachers = await school.enrol('teacher');
    const info = await school.call('credentials/info', { credentialID: teachers.credentialId }, body.access_token);
    assert.equal(info.body.error_description, 'Invalid parameter credentialID');
  });

  test('a wrong PIN shows the page again', async () => {
    const answer = await school.form('/csc/v2/oauth2/authorize', { ...asked(), userId: 'principal', pin: '111111' });
    assert.equal(answer.status, 400);
    assert.match(answer.body, /Sai tên người dùng hoặc mã PIN/);
  });
});

describe('logging in is refused', () => {
  test('for an unknown program or address, without a redirect', async () => {
    for (const changes of [{ client_id: 'nobody' }, { redirect_uri: 'http://evil.example/' }]) {
      const answer = await fetch(`${service.url}/csc/v2/oauth2/authorize?${new URLSearchParams(asked(changes))}`, {
        redirect: 'manual',
      });
      assert.equal(answer.status, 400);
      assert.equal(answer.headers.get('location'), null);
    }
  });

  test('without PKCE S256, and for any other flow or scope', async () => {
    const wrong: Readonly<Record<string, string>>[] = [
      { code_challenge_method: 'plain' },
      { code_challenge: '' },
      { response_type: 'token' },
      { scope: 'credential' },
    ];
    for (const changes of wrong) {
      const { status, body } = await school.form('/csc/v2/oauth2/authorize', {
        ...asked(changes),
        userId: 'principal',
        pin: PIN,
      });
      assert.equal(status, 303);
      assert.ok(new URL(body).searchParams.has('error'), JSON.stringify(changes));
      assert.equal(new URL(body).searchParams.has('code'), false);
    }
  });

  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['with another verifier', { code_verifier: 'another' }, 'invalid_grant'],
    ['with another address', { redirect_uri: `${REDIRECT}/x` }, 'invalid_grant'],
    ['by another program', { client_id: 'other', client_secret: 'other secret' }, 'invalid_grant'],
    ['with a wrong client secret', { client_secret: 'wrong' }, 'invalid_client'],
    ['with a code made up', { code: 'made-up' }, 'invalid_grant'],
    ['by another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ];
  for (const [title, changes, error] of cases) {
    test(title, async () => {
      assert.equal((await redeem(await code(), changes)).body.error, error);
    });
  }

  test('with a code used before', async () => {
    const once = await code();
    assert.equal((await redeem(once)).status, 200);
    assert.equal((await redeem(once)).body.error, 'invalid_grant');
  });
});

describe('tokens end', () => {
  const refresh = (token: string) =>
    school.form('/csc/v2/oauth2/token', { grant_type: 'refresh_token', refresh_token: token, ...PROOF });

  test('a refresh token works once; used again, the whole login ends', async () => {
    const first = (await redeem(await code())).body;
    const second = (await refresh(first.refresh_token)).body;
    assert.equal((await list(second.access_token)).status, 200);
    assert.equal((await refresh(first.refresh_token)).body.error, 'invalid_grant');
    assert.equal((await list(second.access_token)).status, 401);
  });

  test('revoking a refresh token ends its access tokens', async () => {
    const { access_token, refresh_token } = (await redeem(await code())).body;
    assert.equal((await school.form('/csc/v2/oauth2/revoke', { token: refresh_token, ...PROOF })).status, 200);
    assert.equal((await list(access_token)).body.error, 'invalid_token');
  });

  test('another program cannot revoke it', async () => {
    const { access_token } = (await redeem(await code())).body;
    await school.form('/csc/v2/oauth2/revoke', {
      token: access_token,
      client_id: 'other',
      client_secret: 'other secret',
    });
    assert.equal((await list(access_token)).status, 200);
  });
});
