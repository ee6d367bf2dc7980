import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { inkSignature, pngOf, redSeal } from './samples/sample-images.ts';
import { principal, sample, seal, signSample, withDocumentTimestamp, withEvidence } from './samples/signed-samples.ts';

const place = [360, 90, 480, 140] as const;
const reserved = [
  { fieldName: 'CONDAU', label: 'Con dấu của trường', page: 1, rectangle: [300, 60, 400, 160] as const },
];

/** Every step of a record’s life, each with the number of its signatures. */
async function steps(name: 'tagged' | 'xref-stream'): Promise<readonly (readonly [Uint8Array, number])[]> {
  const shown = { page: 1, rectangle: place, image: pngOf(inkSignature) };
  const certified = await signSample(sample(name), principal, { certify: { docMdp: 2 }, appearance: shown, reserved });
  const stamped = { page: 1, rectangle: [300, 60, 400, 160] as const, image: pngOf(redSeal) };
  const sealed = await signSample(certified, seal, { appearance: stamped });
  const longTerm = withEvidence(sealed, 'HT', 'CONDAU');
  return [
    [certified, 1],
    [sealed, 2],
    [longTerm, 2],
    [withDocumentTimestamp(longTerm, 'DAUTHOIGIAN-1'), 2],
  ];
}

for (const name of ['tagged', 'xref-stream'] as const) {
  it(`poppler finds every signature of the ${name} sample valid after every step, qpdf no fault`, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'hocba-pades-'));
    try {
      for (const [pdf, signatures] of await steps(name)) {
        const path = join(directory, 'step.pdf');
        writeFileSync(path, pdf);
        const said = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).stdout;
        assert.equal(said.split('Signature is Valid.').length - 1, signatures, said);
        const checked = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
        assert.equal(checked.status, 0, checked.stderr);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
}
