import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytesOf, type FuzzTarget, timedReading } from './fuzz-target.ts';
import { certificateTargets } from './targets/certificates.ts';
import { pdfTargets } from './targets/pdf.ts';
import { trustTargets } from './targets/trust.ts';
import { xadesTargets } from './targets/xades.ts';
import { xmlTargets } from './targets/xml.ts';

/** What costs most for its size: each must end, read or refused, in time that a person waits for. */
function costsLittle(
  targets: readonly FuzzTarget[],
  files: Readonly<Record<string, Uint8Array>>,
  mostMs: number,
): void {
  for (const [what, file] of Object.entries(files)) {
    it(`${what} is read or refused in ${mostMs / 1000} s by each`, async () => {
      for (const target of targets) {
        const { reading, milliseconds } = await timedReading(target, file);
        assert.ok(typeof reading === 'string', `${target.name}: ${JSON.stringify(reading)}`);
        assert.ok(milliseconds < mostMs, `${target.name}: ${milliseconds} ms`);
      }
    });
  }
}

describe('a megabyte of DER that holds nothing but', () => {
  const members = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i % 2 === 0 ? 0x05 : 0x00));
  const files = {
    nesting: Uint8Array.from({ length: 1 << 20 }, (_, i) => (i % 2 === 0 ? 0x30 : 0x80)),
    members: Uint8Array.from([0x30, 0x83, 0x10, 0, 0, ...members]),
  };
  costsLittle([...certificateTargets, ...trustTargets], files, 2000);
});

describe('an XML file of many times nothing but', () => {
  const repeated = (inside: string, times: number, open = '') => bytesOf(`<r ${open}>${inside.repeat(times)}</r>`);
  const files = {
    nesting: bytesOf('<a>'.repeat(300_000)),
    siblings: repeated('<a></a>', 40_000),
    attributes: bytesOf(`<r ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}></r>`),
    'one namespace used by all': repeated('<p:a Id="x"></p:a>', 8_000, `xmlns:p="urn:${'x'.repeat(900)}"`),
    signatures: repeated('<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"></Signature>', 5_000),
    comments: repeated('<!-- -->', 60_000),
    'character references': repeated('&#65;', 60_000),
  };
  costsLittle([...xmlTargets, ...xadesTargets], files, 5000);
});

describe('a PDF file of nothing but', () => {
  const header = '%PDF-1.7\n';
  const table = (start: number, trailer: string) => `trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  const crossReferences = (count: number) => {
    let text = header;
    let previous = '';
    for (let at = 0; at < count; at += 1) {
      const start = text.length;
      text += `xref\n0 1\n0000000000 65535 f \n${table(start, `/Size 1 /Root 1 0 R ${previous}`)}`;
      previous = `/Prev ${start}`;
    }
    return text;
  };
  const files = {
    nesting: bytesOf('['.repeat(1_000_000)),
    'objects that are only announced': bytesOf(`${header}xref\n0 900000000\n${table(9, '/Size 900000000')}`),
    comments: bytesOf(`${header}${'%x\n'.repeat(300_000)}xref\n${table(9, '/Size 1')}`),
    'words startxref': bytesOf('startxref\n'.repeat(100_000)),
    'maps of what was changed': bytesOf('/HOCB_Regions <484f434201'.repeat(40_000)),
    'strings without an end': bytesOf('('.repeat(1_000_000)),
    'cross-references': bytesOf(crossReferences(2_000)),
  };
  costsLittle(pdfTargets, files, 2000);
});
