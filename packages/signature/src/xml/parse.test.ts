import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsWithin, parseXml, pathOf, placeOf, plainText, wholeText, XmlError, type XmlOptions } from './index.ts';

const encoder = new TextEncoder();
const parse = (source: string, options?: XmlOptions) => parseXml(encoder.encode(source), options);

test('a file becomes a tree that knows names, attributes and its own bytes', () => {
  const source =
    '<?xml version="1.0" encoding="UTF-8"?>\n<HocBa xmlns="urn:x" xmlns:p="urn:p"><Tên p:a="1" Id="t">Lê &amp; Ô 😀</Tên><p:B/></HocBa>';
  const document = parse(source);
  const bytes = encoder.encode(source);
  const slice = (id: { start: number; end: number }) => new TextDecoder().decode(bytes.subarray(id.start, id.end));
  const name = document.byId.get('t');
  assert.ok(name);
  assert.equal(slice(name), '<Tên p:a="1" Id="t">Lê &amp; Ô 😀</Tên>');
  assert.equal(slice(document.root), source.slice(source.indexOf('<HocBa')));
  assert.equal(plainText(name), 'Lê & Ô 😀');
  assert.deepEqual(
    [...name.attributes],
    [
      ['{urn:p}a', '1'],
      ['Id', 't'],
    ],
  );
  assert.deepEqual(pathOf(name), ['{urn:x}HocBa', '{urn:x}Tên']);
  const [, , last] = [...elementsWithin(document.root)];
  assert.ok(last);
  assert.equal(slice(last), '<p:B/>');
  assert.equal(last.namespace, 'urn:p');
});

test('an element is named by its place among its namesakes', () => {
  const { root } = parse('<r><a/><b/><a/></r>');
  assert.deepEqual([...elementsWithin(root)].map(placeOf), ['/r', '/r/a[1]', '/r/b', '/r/a[2]']);
});

const refused: readonly (readonly [what: string, source: string, code: string])[] = [
  ['a document type declaration', '<!DOCTYPE r><r/>', 'xml-doctype'],
  ['one written small', '<!doctype r><r/>', 'xml-doctype'],
  ['an entity bomb', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>', 'xml-doctype'],
  ['an external entity', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>', 'xml-doctype'],
  ['an undefined entity', '<r>&nbsp;</r>', 'xml-malformed'],
  ['an entity named like an object’s property', '<r>&constructor;</r>', 'xml-malformed'],
  ['a comment', '<r>a<!-- b -->c</r>', 'xml-comment'],
  ['a comment after the end', '<r/><!-- b -->', 'xml-comment'],
  ['an instruction', '<r><?php x?></r>', 'xml-processing-instruction'],
  ['an instruction before the root', '<?xml-stylesheet href="x"?><r/>', 'xml-processing-instruction'],
  ['CDATA', '<r><![CDATA[x]]></r>', 'xml-cdata'],
  ['two elements of one Id', '<r><a Id="x"/><b Id="x"/></r>', 'xml-duplicate-id'],
  ['an Id that is no name', '<r Id="1 2"/>', 'xml-malformed'],
  ['xml:id', '<r xml:id="x"/>', 'xml-malformed'],
  ['an attribute twice', '<r a="1" a="2"/>', 'xml-malformed'],
  ['an attribute twice by namespace', '<r xmlns:a="urn:x" xmlns:b="urn:x" a:q="1" b:q="2"/>', 'xml-malformed'],
  ['an unbound prefix', '<a:r/>', 'xml-malformed'],
  ['a relative namespace', '<r xmlns="abc"/>', 'xml-malformed'],
  ['a namespace with white space', '<r xmlns=" urn:x"/>', 'xml-malformed'],
  ['two roots', '<r/><r/>', 'xml-malformed'],
  ['text after the root', '<r/>x', 'xml-malformed'],
  ['an open end', '<r><a></r>', 'xml-malformed'],
  ['nothing', '', 'xml-malformed'],
  ['NUL', '<r>\0</r>', 'xml-forbidden-character'],
  ['a control character', '<r>\u0001</r>', 'xml-malformed'],
  ['a control character by reference', '<r>&#1;</r>', 'xml-malformed'],
  ['XML 1.1', '<?xml version="1.1"?><r/>', 'xml-malformed'],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><r/>', 'xml-encoding'],
  ['too much depth', '<a>'.repeat(65) + '</a>'.repeat(65), 'xml-too-deep'],
  ['too many attributes', `<r ${Array.from({ length: 40 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'xml-too-large'],
];

for (const [what, source, code] of refused) {
  test(`${what} is refused`, () => assert.throws(() => parse(source), { code }));
}

test('bytes that are not UTF-8 are refused', () => {
  assert.throws(() => parseXml(Uint8Array.of(0x3c, 0x72, 0xff, 0x2f, 0x3e)), { code: 'xml-encoding' });
  assert.throws(() => parseXml(Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x72, 0, 0x2f, 0, 0x3e, 0)), {
    code: 'xml-encoding',
  });
});

test('size and number of elements have limits', () => {
  assert.throws(() => parse(`<r>${'x'.repeat(100)}</r>`, { limits: { bytes: 50 } }), { code: 'xml-too-large' });
  assert.throws(() => parse(`<r>${'<a/>'.repeat(10)}</r>`, { limits: { elements: 5 } }), { code: 'xml-too-large' });
});

test('a refusal says where', () => {
  assert.throws(() => parse('<r>\n  <a>\n</r>'), { line: 3 });
  assert.throws(() => parse('<r>\n<!DOCTYPE x>'), { line: 2, column: 1 });
});

test('a foreign file may hold comments, which cut no text off, and CDATA, which is text', () => {
  const document = parse('<?p q?><r>user<!-- x -->@a<![CDATA[<b>]]>c</r><!-- y -->', { foreign: true });
  assert.equal(wholeText(document.root), 'user@a<b>c');
  assert.equal(plainText(document.root), undefined);
  assert.deepEqual(document.before, [{ kind: 'instruction', target: 'p', data: 'q', before: 0 }]);
  assert.deepEqual(document.after, [{ kind: 'comment', text: ' y ', before: 0 }]);
});

test('names that a foreign file gives twice name nothing', () => {
  const names = '<r><a Id="x"/><a ID="y"/><a id="x"/><a xml:id="z"/><a Id="x"/></r>';
  const { byId, ambiguousIds } = parse(names, { foreign: true });
  assert.deepEqual([...byId.keys()].sort(), ['y', 'z']);
  assert.deepEqual([...ambiguousIds], ['x']);
});

test('foreign files in UTF-16 and ISO 8859-1 are read as the same text in UTF-8', () => {
  const latin = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><r>\u00e9\u0085</r>', (c) =>
    c.charCodeAt(0),
  );
  const little = Uint8Array.from(
    [...'\ufeff<r>\u00e9\u0085</r>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  );
  for (const file of [latin, little]) {
    const document = parseXml(file, { foreign: true });
    assert.equal(plainText(document.root), '\u00e9\u0085');
    const { start, end } = document.root;
    assert.equal(new TextDecoder().decode(document.bytes.subarray(start, end)), '<r>\u00e9\u0085</r>');
    assert.throws(() => parseXml(file), XmlError);
  }
});

test('long base64 is taken as it stands, wherever the parser would have taken it as text and nowhere else', () => {
  const base64 = 'QUJD'.repeat(100);
  const source = `<r Id="r">\n<a Id="a">${base64}</a><b Id="b">é${base64}</b><c Id="c">${base64}<d Id="d"/>${base64}</c></r>`;
  const document = parse(source);
  const bytes = encoder.encode(source);
  for (const [id, element] of document.byId) {
    const slice = new TextDecoder().decode(bytes.subarray(element.start, element.end));
    assert.ok(slice.startsWith(`<${id} `) && slice.endsWith(id === 'd' ? '/>' : `</${id}>`), slice);
    assert.equal(source.slice(element.characterStart, element.characterStart + 2), `<${id}`);
  }
  const [a, b] = ['a', 'b'].map((id) => document.byId.get(id));
  assert.ok(a && b);
  assert.equal(plainText(a), base64);
  assert.equal(plainText(b), `é${base64}`);
  assert.throws(() => parse(`<r a=">${base64}</r>`), { code: 'xml-malformed' });
  assert.throws(() => parse(`<r/>${base64}<a/>`), { code: 'xml-malformed' });
  assert.throws(() => parse(`<r></r>${base64}<a/>`), { code: 'xml-malformed' });
  assert.throws(() => parse(`<r><!-->${base64}<--></r>`), { code: 'xml-comment' });
  const commented = parse(`<r>a<!-- <x>${base64}<x/> -->b<![CDATA[<x>${base64}</x>]]></r>`, { foreign: true });
  assert.equal(wholeText(commented.root), `ab<x>${base64}</x>`);
  assert.throws(() => parse(`<r>\n<a>${base64}</b></r>`), { line: 2, column: 407 });
});
