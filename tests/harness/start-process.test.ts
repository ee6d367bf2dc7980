import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { freePort, freePorts, startProcess, temporaryDatabase, waitUntil } from './index.ts';

const server = (port: number) => [
  process.execPath,
  '-e',
  `require('node:http').createServer((q, r) => r.end(String(process.pid))).listen(${port}, '127.0.0.1', () => console.log('ready'))`,
];

test('a process is ready when its address answers, and again after kill -9 and restart', async () => {
  const address = `http://127.0.0.1:${await freePort()}/`;
  const process = await startProcess(server(Number(new URL(address).port)), { waitFor: address });
  const first = process.pid();
  assert.equal(await (await fetch(address)).text(), String(first));
  await process.kill();
  assert.equal(process.isRunning(), false);
  await assert.rejects(fetch(address));
  await process.restart();
  assert.notEqual(process.pid(), first);
  assert.equal(await (await fetch(address)).text(), String(process.pid()));
  assert.equal(await process.stop(), null);
});

test('a process is ready when its output says so', async () => {
  const process = await startProcess(server(await freePort()), { waitFor: /ready/ });
  assert.match(process.output(), /ready/);
  await process.kill();
});

test('a process that ends before it is ready is an error with its output', async () => {
  const command = [process.execPath, '-e', 'console.error("no settings"); process.exit(7)'];
  await assert.rejects(startProcess(command, { waitFor: /ready/ }), /ended with 7:\nno settings/);
});

test('ports differ', async () => {
  assert.equal(new Set(await freePorts(8)).size, 8);
});

test('what never comes is named in the error', async () => {
  await assert.rejects(
    waitUntil(() => false, { what: 'the moon', timeoutMs: 60, everyMs: 10 }),
    /not within 60 ms: the moon/,
  );
});

test('a temporary database lets its owner make tables and its app role not', async () => {
  const database = await temporaryDatabase('harness');
  const owner = new Client({ connectionString: database.ownerUrl });
  const app = new Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  await owner.query('create table mark (n int)');
  await assert.rejects(app.query('select * from mark'), /permission denied/);
  await assert.rejects(app.query('create table other (n int)'), /permission denied/);
  const { rows } = await app.query(
    'select rolbypassrls, rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
  );
  assert.deepEqual(rows, [{ rolbypassrls: false, rolsuper: false, rolcreatedb: false, rolcreaterole: false }]);
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
  await assert.rejects(new Client({ connectionString: database.appUrl }).connect());
});
