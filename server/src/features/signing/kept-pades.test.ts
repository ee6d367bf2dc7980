import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { PreparedPades } from '@hocba/signature';
import { openFileStore } from '../../platform/files/file-store.ts';
import { keepPades, loadPades } from './kept-pades.ts';
import { dataToSign } from './prepared-item.ts';

const directory = await mkdtemp(join(tmpdir(), 'hocba-pades-'));
after(() => rm(directory, { recursive: true }));
const files = openFileStore(directory);
const some = (length: number, first: number) => Uint8Array.from({ length }, (_, index) => (first + index) & 0xff);

const prepared: PreparedPades = {
  pdf: some(50_000, 1),
  holeStart: 1000,
  holeEnd: 9000,
  contentDigest: some(32, 2),
  toBeSigned: some(180, 3),
  toBeSignedDigest: some(32, 4),
  certificate: some(700, 5),
  chain: [some(900, 6), some(800, 7)],
  algorithm: 'ecdsa-sha256',
};

describe('when a prepared PDF waits for its signature', () => {
  it('comes back as it was, from the file store and a small piece of JSON', async () => {
    const kept = await keepPades(files, prepared);
    const text = JSON.stringify(kept);
    assert.ok(text.length < 5_000, `${text.length} characters`);
    const loaded = await loadPades(files, JSON.parse(text));
    assert.deepEqual({ ...loaded, pdf: new Uint8Array(loaded.pdf) }, prepared);
  });

  it('is signed over its signed attributes', async () => {
    const item = { pades: await keepPades(files, prepared), signedAt: '2026-05-28T08:00:00Z' };
    assert.deepEqual(dataToSign(item), prepared.toBeSigned);
  });

  it('is not completed when its file is gone', async () => {
    const kept = await keepPades(files, prepared);
    await assert.rejects(loadPades(files, { ...kept, pdfDigest: 'f'.repeat(64) }), { code: 'ENOENT' });
  });
});
