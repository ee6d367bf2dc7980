import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runPkits } from './run-pkits.ts';

/** The folder with `certs/` and `crls/`, for example of the Python package `cryptography_vectors` (`x509/PKITS_data`). */
const folder = process.env['PKITS'];
const skip = folder === undefined ? 'set PKITS to the folder of the NIST test suite' : false;

/** A key whose parameters stand in its issuer's certificate only cannot be read here. */
const inherited = 'ValidDSAParameterInheritanceTest5EE';
/** DSA with SHA-1 has been too weak since 2012. */
const tooWeak = 'ValidDSASignaturesTest4EE';

for (const [day, otherwise] of [
  ['2011-06-01', [inherited]],
  ['2026-05-29', [inherited, tooWeak]],
] as const) {
  test(`NIST PKITS is judged for ${day} as its authors say, but for DSA`, { skip }, async () => {
    const answers = await runPkits(folder ?? '', Date.parse(day));
    assert.equal(answers.length, 247);
    const disagreeing = answers.filter(({ agrees }) => !agrees).map(({ test: { certificate } }) => certificate);
    assert.deepEqual(disagreeing, otherwise);
  });
}
