import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { nodeCrypto } from '../crypto/node-crypto.ts';
import { SignatureError } from '../errors.ts';
import { readPdf } from '../pdf/index.ts';
import { checkPades } from './check-pades.ts';
import { locateDamage } from './locate-damage.ts';
import { nodePdfTools } from './node-pdf-tools.ts';
import { type Region, regionsOfFile } from './region-map.ts';
import { authority, issuedSample, type SampleName, sample } from './samples/signed-samples.ts';

const trusted = [...authority.anchors, ...authority.intermediates];

for (const name of ['tagged', 'xref-stream'] satisfies SampleName[]) {
  describe(`when one byte of the issued ${name} sample is changed`, () => {
    let issued: Uint8Array;
    let regions: readonly Region[];
    before(async () => {
      issued = await issuedSample(name);
      regions = regionsOfFile(readPdf(issued, nodePdfTools), 0);
    });

    it('it is noticed, wherever it is', async () => {
      for (const { start, end } of regions) {
        for (const at of places(start, end)) assert.ok(await isRefused(changed(issued, at)), `byte ${at} of ${name}`);
      }
    });

    it('the part it lies in is named', () => {
      const original = regions.filter(({ end }) => end <= sample(name).length);
      for (const { kind, page, start, end } of original) {
        for (const at of places(start, end)) {
          const found = locateDamage(changed(issued, at), nodeCrypto).regions;
          assert.deepEqual(found, [{ kind, page, start, end }], `byte ${at} of ${name}`);
        }
      }
      assert.ok(original.some(({ kind, page }) => kind === 'pageContent' && page === 2));
      assert.ok(original.some(({ kind }) => kind === 'attachment'));
    });

    it('a letter written in the other case in the signature is noticed and named', async () => {
      const text = Buffer.from(issued).toString('latin1');
      const at = text.search(/(?<=\/Contents <[0-9a-f]{200,300})[a-f]/);
      const damaged = issued.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x20;
      assert.ok(await isRefused(damaged));
      assert.equal(locateDamage(damaged, nodeCrypto).regions[0]?.kind, 'signature');
    });

    it('a blank among the zeros after the signature is noticed', async () => {
      const text = Buffer.from(issued).toString('latin1');
      const damaged = issued.slice();
      damaged[text.lastIndexOf('0>\n>>\nendobj')] = 0x20;
      assert.ok(await isRefused(damaged));
    });

    it('nothing is named while nothing is changed', () => {
      assert.deepEqual(locateDamage(issued, nodeCrypto), { mapped: true, regions: [] });
      assert.deepEqual(locateDamage(sample(name), nodeCrypto), { mapped: false, regions: [] });
    });
  });
}

/** First, last and some bytes between; fewer in the long holes of zeros. */
function places(start: number, end: number): readonly number[] {
  const inside = [0.21, 0.5, 0.83].map((part) => start + Math.floor((end - start) * part));
  return [...new Set([start, ...inside, end - 1])];
}

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const damaged = bytes.slice();
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  return damaged;
}

async function isRefused(pdf: Uint8Array): Promise<boolean> {
  try {
    const reports = await checkPades(pdf, { crypto: nodeCrypto, tools: nodePdfTools, trusted });
    return reports.length !== 2 || reports.some(({ indication }) => indication !== 'passed');
  } catch (error) {
    if (error instanceof SignatureError) return true;
    throw error;
  }
}
