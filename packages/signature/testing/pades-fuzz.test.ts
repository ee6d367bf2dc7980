import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersFrom } from './mutations.ts';
import { padesFuzzTargets, padesMisbehaviour } from './pades-fuzz-targets.ts';
import { mutatedPdf } from './pdf-mutations.ts';

const inputsPerTarget = 60;

for (const target of padesFuzzTargets) {
  test(`no altered file makes the reader ${target.name} do anything but read or refuse`, async () => {
    const seeds = target.seeds();
    const next = numbersFrom(20260529);
    for (const seed of seeds) assert.equal(await padesMisbehaviour(target, seed), undefined, 'a good input');
    for (let i = 0; i < inputsPerTarget; i += 1) {
      const input = mutatedPdf(seeds[i % seeds.length] ?? new Uint8Array(), next);
      const error = await padesMisbehaviour(target, input);
      assert.equal(error, undefined, `${String(error)} for ${Buffer.from(input).toString('base64')}`);
    }
  });
}

const header = '%PDF-1.7\n';
const table = (start: number, trailer: string) => `trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;

/** What costs most for its size: each must end, read or refused, in time that a person waits for. */
const costly: Readonly<Record<string, string>> = {
  nesting: '['.repeat(1_000_000),
  'objects that are only announced': `${header}xref\n0 900000000\n${table(9, '/Size 900000000')}`,
  comments: `${header}${'%x\n'.repeat(300_000)}xref\n${table(9, '/Size 1')}`,
  'words startxref': 'startxref\n'.repeat(100_000),
  'maps of what was changed': '/HOCB_Regions <484f434201'.repeat(40_000),
  'strings without an end': '('.repeat(1_000_000),
  'cross-references': crossReferences(2_000),
};

function crossReferences(count: number): string {
  let text = header;
  let previous = '';
  for (let at = 0; at < count; at += 1) {
    const start = text.length;
    text += `xref\n0 1\n0000000000 65535 f \n${table(start, `/Size 1 /Root 1 0 R ${previous}`)}`;
    previous = `/Prev ${start}`;
  }
  return text;
}

for (const [what, file] of Object.entries(costly)) {
  test(`a file of nothing but ${what} is read or refused in bounded time`, async () => {
    for (const target of padesFuzzTargets) {
      const started = performance.now();
      assert.equal(await padesMisbehaviour(target, new TextEncoder().encode(file)), undefined, target.name);
      assert.ok(performance.now() - started < 2000, `${target.name}: ${performance.now() - started} ms`);
    }
  });
}
