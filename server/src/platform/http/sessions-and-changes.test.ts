import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestInstall, testInstall } from '../../../testing/test-school.ts';
import { AppError } from '../app-error.ts';
import type { Platform } from '../platform.ts';
import { createHttpServer, type HttpServer } from './server.ts';

let install: TestInstall;
let now = Date.now();
let server: HttpServer;

before(async () => {
  install = await testInstall();
  server = await start();
});
after(async () => {
  await server?.close();
  await install?.end();
});

test('a change without the token, or with that of another session, is refused and not made', async () => {
  const [mine, other] = [await signIn('cô Mai'), await signIn('thầy Nam')];
  for (const token of [undefined, '', 'x', other.token]) {
    const answer = await change(mine.cookie, token);
    assert.equal(answer.statusCode, 403, token);
    assert.match(answer.json().sentence, /Hãy tải lại trang/);
  }
  assert.equal((await change(mine.cookie, mine.token)).statusCode, 200);
  assert.equal((await change(undefined, mine.token)).statusCode, 403);
  assert.deepEqual(changes.splice(0), ['cô Mai']);
});

test('a route that carries its own proof needs no token', async () => {
  assert.equal((await server.inject({ method: 'POST', url: '/exempt' })).statusCode, 200);
});

test('a session survives the server’s restart, and its id stands nowhere in the database', async () => {
  const { cookie } = await signIn('cô Mai');
  await server.close();
  server = await start();
  assert.equal((await whoAmI(cookie)).json().who, 'cô Mai');
  const id = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? '';
  const [row] = await install.rows<{ found: number }>('select count(*)::int as found from session where id_hash = $1', [
    createHash('sha256').update(id).digest(),
  ]);
  assert.equal(row?.found, 1);
  const [leak] = await install.rows<{ found: number }>(
    `select count(*)::int as found from session where data::text like '%' || $1 || '%'`,
    [id],
  );
  assert.equal(leak?.found, 0);
});

test('a session that is over, ended, forged or altered signs nobody in', async () => {
  const ended = await signIn('cô Mai');
  await server.inject({
    method: 'POST',
    url: '/sign-out',
    headers: { cookie: ended.cookie, 'x-csrf-token': ended.token },
  });
  const over = await signIn('thầy Nam');
  now += 9 * 60 * 60 * 1000;
  const fresh = await signIn('cô Tư');
  const altered = `${fresh.cookie.slice(0, -2)}xx`;
  const forged = `${fresh.cookie.slice(0, fresh.cookie.indexOf('=') + 1)}${'a'.repeat(32)}`;
  for (const cookie of [ended.cookie, over.cookie, altered, forged]) {
    assert.equal((await whoAmI(cookie)).json().who, null);
  }
  assert.equal((await whoAmI(fresh.cookie)).json().who, 'cô Tư');
});

test('a refusal says what to do, a fault tells nothing of its inside', async () => {
  const refusal = await server.inject({ method: 'GET', url: '/refusal' });
  assert.equal(refusal.statusCode, 409);
  assert.deepEqual(refusal.json(), { code: 'thử', sentence: 'Chưa được. Hãy thử lại.', problems: [] });
  const fault = await server.inject({ method: 'GET', url: '/fault' });
  assert.equal(fault.statusCode, 500);
  assert.equal(fault.json().code, 'fault');
  assert.doesNotMatch(fault.body, /mật khẩu|select/);
});

test('every answer forbids framing, sniffing and foreign scripts', async () => {
  const { headers } = await server.inject({ method: 'GET', url: '/healthz' });
  assert.match(String(headers['content-security-policy']), /default-src 'self'.*frame-ancestors 'none'/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

const changes: (string | null)[] = [];

async function start(): Promise<HttpServer> {
  const config = {
    install: 'school',
    port: 1,
    publicUrl: 'http://hocba.example',
    cookieKey: 'a'.repeat(64),
    trustedProxies: [],
  };
  const platform = { ...install.platform, config, clock: { now: () => new Date(now) } } as unknown as Platform;
  const made = await createHttpServer(platform);
  made.post('/sign-in', { config: { withoutCsrf: true } as object }, async (request, reply) => {
    request.session.schoolId = (request.body as { who: string }).who;
    return { token: reply.generateCsrf() };
  });
  made.post('/sign-out', async (request) => {
    await request.session.destroy();
    return {};
  });
  made.get('/who', async (request) => ({ who: request.session.schoolId ?? null }));
  made.post('/change', async (request) => {
    changes.push(request.session.schoolId ?? null);
    return {};
  });
  made.post('/exempt', { config: { withoutCsrf: true } as object }, async () => ({}));
  made.get('/refusal', async () => {
    throw new AppError({ code: 'thử', status: 409, sentence: 'Chưa được. Hãy thử lại.' });
  });
  made.get('/fault', async () => {
    throw new Error('select mật khẩu');
  });
  return made;
}

async function signIn(who: string): Promise<{ cookie: string; token: string }> {
  const answer = await server.inject({ method: 'POST', url: '/sign-in', payload: { who } });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { cookie, token: answer.json<{ token: string }>().token };
}

function change(cookie: string | undefined, token: string | undefined) {
  const headers = { ...(cookie ? { cookie } : {}), ...(token === undefined ? {} : { 'x-csrf-token': token }) };
  return server.inject({ method: 'POST', url: '/change', headers });
}

function whoAmI(cookie: string) {
  return server.inject({ method: 'GET', url: '/who', headers: { cookie } });
}
