import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersFrom } from './mutations.ts';
import { xadesFuzzTargets, xadesMisbehaviour } from './xades-fuzz-targets.ts';
import { mutatedXml } from './xml-mutations.ts';

const inputsPerTarget = 40;

for (const target of xadesFuzzTargets) {
  test(`no altered file makes the reader ${target.name} do anything but read or refuse`, async () => {
    const seeds = target.seeds();
    const next = numbersFrom(20260529);
    for (const seed of seeds) assert.equal(await xadesMisbehaviour(target, seed), undefined, 'a good input');
    for (let i = 0; i < inputsPerTarget; i += 1) {
      const input = mutatedXml(seeds[i % seeds.length] ?? new Uint8Array(), next);
      const error = await xadesMisbehaviour(target, input);
      assert.equal(error, undefined, `${String(error)} for ${Buffer.from(input).toString('base64')}`);
    }
  });
}

/** What costs most for its size: each must end, read or refused, in time that a person waits for. */
const repeated = (open: string, inside: string, times: number) => `<r ${open}>${inside.repeat(times)}</r>`;
const costly: Readonly<Record<string, string>> = {
  'nothing but nesting': '<a>'.repeat(300_000),
  'nothing but siblings': repeated('', '<a></a>', 40_000),
  'nothing but attributes': `<r ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}></r>`,
  'one namespace used by all': repeated(`xmlns:p="urn:${'x'.repeat(900)}"`, '<p:a Id="x"></p:a>', 8_000),
  'nothing but signatures': repeated('', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"></Signature>', 5_000),
  'nothing but comments': repeated('', '<!-- -->', 60_000),
  'nothing but character references': repeated('', '&#65;', 60_000),
};

for (const [what, file] of Object.entries(costly)) {
  test(`many times ${what} is read or refused in bounded time`, async () => {
    for (const target of xadesFuzzTargets) {
      const started = performance.now();
      assert.equal(await xadesMisbehaviour(target, new TextEncoder().encode(file)), undefined, target.name);
      assert.ok(performance.now() - started < 5000, `${target.name}: ${performance.now() - started} ms`);
    }
  });
}
