import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { numbersFrom } from '../../../../tests/fuzz/alter/numbers.ts';
import { anyPolicy, encodePem, validatePath } from '../../src/certificate/index.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import { at } from './odd-authority.ts';
import { type RandomPath, RandomPaths } from './random-paths.ts';

const count = 500;
const folder = mkdtempSync(join(tmpdir(), 'hocba-random-paths-'));
after(() => rmSync(folder, { recursive: true }));
const skip = spawnSync('openssl', ['version']).error === undefined ? false : 'openssl is not installed';

test(`openssl judges ${count} random paths as we do`, { skip }, async () => {
  const random = new RandomPaths(numbersFrom(20260529));
  let good = 0;
  for (let i = 0; i < count; i++) {
    const path = random.path();
    const ours = await judge(path);
    assert.equal(opensslAccepts(path), ours.length === 0, `path ${i}: ${ours.join('; ')}`);
    if (ours.length === 0) good += 1;
  }
  assert.ok(good > count / 4 && good < (3 * count) / 4, `${good} good ones`);
});

async function judge({ root, authorities, leaf, rules }: RandomPath): Promise<readonly string[]> {
  const report = await validatePath({
    ...{ leaf: leaf.certificate, intermediates: authorities.map(({ certificate }) => certificate) },
    ...{ anchors: [root.certificate], at, crypto: nodeCrypto, purpose: 'any', revocation: 'ignored', ...rules },
  });
  return report.findings.map(({ detail }) => detail);
}

function opensslAccepts({ root, authorities, leaf, rules }: RandomPath): boolean {
  writeFileSync(join(folder, 'root.pem'), encodePem(root.certificate));
  writeFileSync(join(folder, 'above.pem'), authorities.map(({ certificate }) => encodePem(certificate)).join(''));
  writeFileSync(join(folder, 'leaf.pem'), encodePem(leaf.certificate));
  const options = [
    ...['verify', '-policy_check', '-attime', String(at / 1000), '-CAfile', 'root.pem', '-untrusted', 'above.pem'],
    ...(rules.acceptablePolicies ?? [anyPolicy]).flatMap((policy) => ['-policy', policy]),
    ...(rules.requireExplicitPolicy === true ? ['-explicit_policy'] : []),
    ...(rules.inhibitPolicyMapping === true ? ['-inhibit_map'] : []),
    ...(rules.inhibitAnyPolicy === true ? ['-inhibit_any'] : []),
  ];
  return spawnSync('openssl', [...options, 'leaf.pem'], { cwd: folder }).status === 0;
}
