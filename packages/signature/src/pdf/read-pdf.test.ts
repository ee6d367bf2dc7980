import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { SignatureError } from '../errors.ts';
import { nodePdfTools } from '../pades/node-pdf-tools.ts';
import { sample } from '../pades/samples/signed-samples.ts';
import { extractAttachment, readAttachments, readFields, readPages, readPdf } from './index.ts';
import { rolesOfObjects } from './object-roles.ts';
import { concatBytes, latin1Bytes, latin1Text } from './text-bytes.ts';
import { unaccountedBytes } from './unaccounted-bytes.ts';

/** A one-page file with these objects in place of some of its own, a right cross-reference table and a right end. */
function smallPdf(objects: Readonly<Record<number, string>> = {}, trailerEntries = ''): Uint8Array {
  const all: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>',
    ...objects,
  };
  let text = '%PDF-1.7\n';
  const numbers = Object.keys(all).map(Number);
  const rows = numbers.map((number) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${all[number]}\nendobj\n`;
    return row;
  });
  const start = text.length;
  const size = Math.max(...numbers) + 1;
  const table = `xref\n0 1\n0000000000 65535 f \n1 ${numbers.length}\n${rows.join('')}`;
  text += `${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailerEntries}>>\nstartxref\n${start}\n%%EOF\n`;
  return latin1Bytes(text);
}

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    if (error instanceof SignatureError) return error.code;
    throw error;
  }
}

describe('when a file is read', () => {
  for (const name of ['tagged', 'xref-stream'] as const) {
    it(`finds pages, form and embedded record of the ${name} sample`, () => {
      const file = readPdf(sample(name), nodePdfTools);
      assert.equal(readPages(file).length, 2);
      assert.deepEqual(readFields(file), []);
      const [attachment] = readAttachments(file);
      assert.equal(attachment?.name, 'hocba.xml');
      assert.equal(attachment?.relationship, 'Source');
      assert.equal(attachment?.mimeType, 'application/xml');
      const xml = extractAttachment(file, 'hocba.xml', nodePdfTools);
      assert.match(new TextDecoder().decode(xml), /^<\?xml .*<\/HocBa>$/s);
      assert.equal(extractAttachment(file, 'khac.xml', nodePdfTools), undefined);
    });

    it(`accounts for every byte of the ${name} sample and knows what each object is for`, () => {
      const file = readPdf(sample(name), nodePdfTools);
      assert.deepEqual(unaccountedBytes(file, file.lastRevision), []);
      const roles = rolesOfObjects(file);
      const pages = [...roles.values()].filter(({ role }) => role === 'pageContent').map(({ page }) => page);
      assert.deepEqual(pages, [1, 2]);
      assert.ok([...roles.values()].some(({ role }) => role === 'attachment'));
    });
  }

  it('checks size and checksum of an embedded file', () => {
    const names = '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>';
    const withParameters = (parameters: string) =>
      smallPdf({
        1: names,
        4: '<< /Type /Filespec /UF (a) /EF << /F 5 0 R >> >>',
        5: `<< /Length 3 /Params << ${parameters} >> >>\nstream\nabc\nendstream`,
      });
    const right = `/Size 3 /CheckSum <900150983cd24fb0d6963f7d28e17f72>`;
    assert.equal(extractAttachment(withParameters(right), 'a', nodePdfTools)?.length, 3);
    for (const wrong of ['/Size 4', '/Size 3 /CheckSum <000150983cd24fb0d6963f7d28e17f72>']) {
      assert.equal(
        codeOf(() => extractAttachment(withParameters(wrong), 'a', nodePdfTools)),
        'pdf-stream-damaged',
      );
    }
  });
});

describe('when a file is not what it must be', () => {
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['is empty', () => new Uint8Array(), 'pdf-malformed'],
    ['has no header', () => latin1Bytes(latin1Text(smallPdf()).replace('%PDF', '%XDF')), 'pdf-malformed'],
    ['has bytes before its header', () => concatBytes(latin1Bytes('x'), smallPdf()), 'pdf-malformed'],
    ['is cut short', () => smallPdf().slice(0, -20), 'pdf-malformed'],
    ['is encrypted', () => smallPdf({}, '/Encrypt 9 0 R '), 'pdf-encrypted'],
    ['names itself as the revision before', () => smallPdf({}, '/Prev 9999 '), 'pdf-xref-loop'],
    ['has a second cross-reference', () => smallPdf({}, '/XRefStm 9 '), 'pdf-hybrid'],
    ['has a key twice', () => smallPdf({ 1: '<< /Type /Catalog /Pages 2 0 R /Pages 3 0 R >>' }), 'pdf-malformed'],
    [
      'has objects past /Size',
      () => latin1Bytes(latin1Text(smallPdf()).replace('/Size 4', '/Size 3')),
      'pdf-malformed',
    ],
    ['nests without end', () => smallPdf({ 1: `<< /Pages 2 0 R /X ${'['.repeat(200)}` }), 'pdf-too-large'],
  ];
  for (const [what, make, code] of cases) {
    it(`refuses one that ${what}`, () =>
      assert.equal(
        codeOf(() => readPdf(make(), nodePdfTools)),
        code,
      ));
  }

  it('refuses a page tree that comes back to itself', () => {
    const file = readPdf(smallPdf({ 3: '<< /Type /Pages /Kids [2 0 R] >>' }), nodePdfTools);
    assert.equal(
      codeOf(() => readPages(file)),
      'pdf-malformed',
    );
  });

  it('refuses a reference that leads to itself', () => {
    const file = readPdf(smallPdf({ 4: '4 0 R' }), nodePdfTools);
    assert.equal(
      codeOf(() => file.resolve({ kind: 'reference', number: 4, generation: 0 })),
      'pdf-malformed',
    );
  });

  it('refuses a stream whose length leads to itself', () => {
    const file = readPdf(smallPdf({ 4: '<< /Length 4 0 R >>\nstream\nabc\nendstream' }), nodePdfTools);
    assert.equal(
      codeOf(() => file.object(4)),
      'pdf-malformed',
    );
  });

  it('refuses a stream that inflates past the limit, in bounded time', () => {
    const bomb = latin1Text(new Uint8Array(deflateSync(new Uint8Array(64 << 20), { level: 9 })));
    const object = `<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb}\nendstream`;
    const file = readPdf(smallPdf({ 4: object }), nodePdfTools);
    const stream = file.object(4);
    assert.equal(
      codeOf(() => stream.kind === 'stream' && file.content(stream)),
      'pdf-stream-damaged',
    );
  });

  it('finds bytes no cross-reference leads to', () => {
    const plain = readPdf(smallPdf({ 4: 'null\nendobj\n9 0 obj\n(an)' }), nodePdfTools);
    assert.equal(unaccountedBytes(plain, plain.lastRevision).length, 1);
  });

  it('reads or refuses any damaged file, and never anything else', () => {
    const original = sample('xref-stream');
    let seed = 7;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const damaged = original.slice();
      for (let hit = 0; hit <= next(3); hit += 1) damaged[next(damaged.length)] = next(256);
      codeOf(() => {
        const file = readPdf(damaged, nodePdfTools);
        readPages(file);
        extractAttachment(file, 'hocba.xml', nodePdfTools);
        return rolesOfObjects(file);
      });
    }
  });
});
