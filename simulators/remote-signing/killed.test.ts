import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startProcess } from '../../tests/harness/index.ts';
import { someHashes, TestClient, testSettings } from './testing/test-service.ts';

test('kill -9 at any moment loses no key, no approval and no signature, and doubles none', async () => {
  const { settings, database } = await testSettings();
  const folder = await mkdtemp(join(tmpdir(), 'remote-signing-'));
  const path = join(folder, 'settings.json');
  await writeFile(path, JSON.stringify(settings));
  const process_ = await startProcess([process.execPath, 'simulators/remote-signing/main.ts', path], {
    waitFor: /remote-signing: http/,
  });
  const school = new TestClient(settings.publicUrl);
  await school.login();
  const { credentialId } = await school.enrol('principal');
  const hashes = someHashes(300, 'killed');
  const { responseID } = (await school.authorize(credentialId, hashes)).body;
  await process_.restart();
  await school.phone('principal', 'approve', { responseID });
  await process_.restart();
  const { SAD } = (await school.call('credentials/authorizeCheck', { responseID })).body;

  const kept = new Map<string, string>();
  for (let round = 0; round < 4; round++) {
    const chunk = hashes.slice(round * 60, round * 60 + 120);
    const asked = school.sign(credentialId, SAD, chunk).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 15 + round * 25));
    await process_.restart();
    const lost = await asked;
    const again = (await school.sign(credentialId, SAD, chunk)).body.signatures as string[];
    chunk.forEach((hash, index) => {
      const before = kept.get(hash) ?? lost?.body.signatures[index];
      if (before !== undefined) assert.equal(again[index], before);
      kept.set(hash, again[index] ?? '');
    });
  }
  assert.equal(kept.size, 300);
  assert.equal(new Set(kept.values()).size, 300);
  assert.equal(await process_.stop(), 0);
  await database.drop();
  await rm(folder, { recursive: true });
});
