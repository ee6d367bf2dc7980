import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestInstall, testInstall } from '../../../testing/test-school.ts';
import type { Position } from '../../platform/actor.ts';
import { AppError } from '../../platform/app-error.ts';
import { createHttpServer, type HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { setPositions } from './confirm-positions.ts';
import { hashPassword } from './password.ts';
import { peopleRoutes } from './people.routes.ts';
import { saveAccount } from './people.store.ts';

const SCHOOL = '10000001';
const PASSWORD = 'mật khẩu đủ dài';
let install: TestInstall;
let server: HttpServer;
let now = new Date();

before(async () => {
  install = await testInstall();
  const config = {
    install: 'school',
    port: 1,
    publicUrl: 'http://hocba.example',
    cookieKey: 'a'.repeat(64),
    trustedProxies: [],
  };
  const platform = { ...install.platform, config, clock: { now: () => now } } as unknown as Platform;
  server = await createHttpServer(platform);
  peopleRoutes(server, platform);
  server.get('/slow', async (request) => {
    request.session.schoolId = `${request.session.schoolId}`;
    (request.session as { mark?: number }).mark = 1;
    await new Promise((resolve) => setTimeout(resolve, 400));
    return {};
  });
});
after(async () => {
  await server?.close();
  await install?.end();
});

test('an answer still on its way does not undo a sign-out', async () => {
  await account('mai');
  const { cookie, token } = await signedIn('mai');
  const slow = server.inject({ url: '/slow', headers: { cookie } });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const headers = { cookie, 'x-csrf-token': token };
  assert.equal((await server.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode, 200);
  await slow;
  assert.equal((await server.inject({ url: '/api/session', headers: { cookie } })).statusCode, 401);
});

test('passwords guessed at the same time lock the login as those guessed one by one do', async () => {
  await account('nam');
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn('nam', `sai ${index}`)));
  assert.ok(guesses.every(({ statusCode }) => statusCode === 401));
  const locked = await signIn('nam', PASSWORD);
  const unknown = await signIn('không ai', PASSWORD);
  assert.deepEqual([locked.statusCode, locked.json()], [unknown.statusCode, unknown.json()]);

  now = new Date(now.getTime() + 6 * 60 * 1000);
  assert.equal((await signIn('nam', 'sai')).statusCode, 401);
  assert.equal((await signIn('nam', PASSWORD)).statusCode, 200);
  const [login] = await install.rows("select failed_attempts, locked_until from login where username = 'nam'");
  assert.deepEqual(login, { failed_attempts: 0, locked_until: null });
});

test('a new password signs everybody out of that account and nobody else', async () => {
  const accountId = await account('tư');
  await account('năm');
  await account('quản trị', 'administrator');
  const [mine, other, administrator] = [await signedIn('tư'), await signedIn('năm'), await signedIn('quản trị')];
  const answer = await server.inject({
    method: 'PUT',
    url: `/api/accounts/${accountId}/password`,
    headers: { cookie: administrator.cookie, 'x-csrf-token': administrator.token },
    payload: { password: 'một mật khẩu khác' },
  });
  assert.equal(answer.statusCode, 200);
  const who = (cookie: string) => server.inject({ url: '/api/session', headers: { cookie } });
  assert.equal((await who(mine.cookie)).statusCode, 401);
  assert.equal((await who(other.cookie)).statusCode, 200);
});

test('the administrator settles positions, of others only, and a school has one principal', async () => {
  const { platform } = install;
  const by = (accountId: string, ...positions: Position[]) => ({
    accountId,
    schoolId: SCHOOL,
    fullName: 'Người thử',
    staffId: null,
    positions,
    communeCode: null,
  });
  const administrator = by(randomUUID(), 'administrator');
  const [former, next] = [await account('cũ', 'principal', 'subjectTeacher'), await account('mới')];
  const wish = { accountId: next, positions: ['principal' as const] };
  await assert.rejects(setPositions(platform, by(randomUUID(), 'principal'), wish), isForbidden);
  await assert.rejects(setPositions(platform, { ...administrator, accountId: next }, wish), isForbidden);
  await assert.rejects(setPositions(platform, { ...administrator, schoolId: 'khác' }, wish), /not-found/);
  await setPositions(platform, administrator, wish);
  assert.deepEqual(await positionsOf(former), ['subjectTeacher']);
  assert.deepEqual(await positionsOf(next), ['principal']);
  const entries = await install.rows("select 1 from audit_log where action = 'setPositions'");
  assert.equal(entries.length, 2);
});

test('nobody is made administrator through the screens', async () => {
  const accountId = await account('sáu');
  await account('quản trị hai', 'administrator');
  const { cookie, token } = await signedIn('quản trị hai');
  const answer = await server.inject({
    method: 'PUT',
    url: `/api/accounts/${accountId}/positions`,
    headers: { cookie, 'x-csrf-token': token },
    payload: { positions: ['administrator'] },
  });
  assert.equal(answer.statusCode, 400);
  assert.deepEqual(await positionsOf(accountId), []);
});

async function account(username: string, ...positions: Position[]): Promise<string> {
  const accountId = randomUUID();
  const passwordHash = await hashPassword(PASSWORD);
  const person = { accountId, schoolId: SCHOOL, fullName: username, staffId: null, positions, communeCode: null };
  await install.platform.database.transaction({ schoolId: SCHOOL }, (tx) =>
    saveAccount(tx, { ...person, username, passwordHash, createdAt: now }),
  );
  return accountId;
}

function signIn(username: string, password: string) {
  return server.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
}

async function signedIn(username: string): Promise<{ cookie: string; token: string }> {
  const answer = await signIn(username, PASSWORD);
  assert.equal(answer.statusCode, 200);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, token: answer.json<{ csrfToken: string }>().csrfToken };
}

async function positionsOf(accountId: string) {
  const [row] = await install.rows<{ positions: string[] }>('select positions from account where account_id = $1', [
    accountId,
  ]);
  return row?.positions;
}

function isForbidden(error: unknown): boolean {
  return error instanceof AppError && error.status === 403;
}
