import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { type TemporaryDatabase, temporaryDatabase } from '../../../../tests/harness/index.ts';
import type { Config } from '../../config.ts';
import { systemClock } from '../clock.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import type { Platform } from '../platform.ts';
import { createHttpServer } from './server.ts';

const proxy = '127.0.0.1';
let temporary: TemporaryDatabase;
let database: Database;

before(async () => {
  temporary = await temporaryDatabase('proxy');
  await migrate({ ...temporary, install: 'school', organisationId: 'x' });
  database = openDatabase(temporary.appUrl, 2);
});
after(async () => {
  await database.close();
  await temporary.drop();
});

/** The cookie and the caller's address as the server sees them when a proxy at `remoteAddress` passes a request on. */
async function signInThrough(trustedProxies: readonly string[], remoteAddress: string) {
  const config = {
    install: 'school',
    port: 1,
    publicUrl: 'https://hocba.example',
    cookieKey: 'a'.repeat(64),
    trustedProxies,
  };
  const platform = {
    config: config as unknown as Config,
    database,
    clock: systemClock,
    log: pino({ level: 'silent' }),
  };
  const server = await createHttpServer(platform as unknown as Platform);
  server.get('/sign-in', async (request) => {
    request.session.schoolId = 'x';
    return { caller: request.ip };
  });
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
  const answer = await server.inject({ method: 'GET', url: '/sign-in', headers, remoteAddress });
  await server.close();
  return { cookie: String(answer.headers['set-cookie'] ?? ''), caller: answer.json<{ caller: string }>().caller };
}

test('behind the proxy of the settings people get a secure cookie, and each has an address of their own', async () => {
  const { cookie, caller } = await signInThrough([proxy], proxy);
  assert.match(cookie, /^hocba-school-1=.*HttpOnly; Secure; SameSite=Lax/);
  assert.equal(caller, '203.0.113.7');
});

test('what a stranger says of scheme and caller is not believed', async () => {
  for (const [trusted, from] of [
    [[proxy], '198.51.100.1'],
    [[], proxy],
  ] as const) {
    const { cookie, caller } = await signInThrough(trusted, from);
    assert.equal(cookie, '');
    assert.equal(caller, from);
  }
});
