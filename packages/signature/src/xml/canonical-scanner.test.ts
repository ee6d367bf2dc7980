import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersFrom } from '../../../../tests/fuzz/alter/numbers.ts';
import { alteredXml } from '../../../../tests/fuzz/alter/xml.ts';
import { attackSample, attacks } from '../xades/samples/index.ts';
import { readAlike } from './test-read-alike.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const sample = attackSample();

test('a signed record is read the short way, to the same tree', () => {
  assert.ok(readAlike(sample.xml));
  assert.ok(readAlike(`${sample.xml}\n`));
});

test('every attacked record is left to the general parser or read to the same tree', () => {
  const read = attacks.map(({ attacked }) => readAlike(attacked(sample)));
  assert.ok(read.includes(true) && read.includes(false));
});

test('every altered record is left to the general parser or read to the same tree', () => {
  const draw = numbersFrom(20260529);
  const small = encoder.encode(sample.xml.replace(/<ChuKy>.*<\/ds:Signature>/s, '<ChuKy>'));
  const read = Array.from({ length: 1500 }, () => readAlike(decoder.decode(alteredXml(small, draw))));
  assert.ok(read.filter((short) => short).length > 50);
});

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const read = [
  '<r></r>',
  '<r xmlns="urn:r">😀 ô &amp;&lt;&gt;&#xD;\n\t</r>',
  '<p:r xmlns:p="urn:r" a="&quot;&#x9;&#xA;&#xD;&amp;&lt;>" b=""><p:r></p:r><p:r xmlns:p="urn:x"></p:r></p:r>',
  '<a:r xmlns:a="urn:a"><b:r xmlns:b="urn:b"><a:r></a:r></b:r></a:r>',
];
const left = [
  '<r/>',
  '<r ></r>',
  '<r></r >',
  "<r a='1'></r>",
  '<r b="1" a="2"></r>',
  '<r a="1" a="2"></r>',
  '<r  a="1"></r>',
  '<r a="\n"></r>',
  '<r a="&apos;"></r>',
  '<r>></r>',
  '<r>&quot;</r>',
  '<r>&#65;</r>',
  '<r>\r</r>',
  '<r>\u0001</r>',
  '<r>\uffff</r>',
  '<r xmlns=""></r>',
  '<r xmlns="relative"></r>',
  '<r xmlns:p="urn:p"></r>',
  '<p:r></p:r>',
  '<r xmlns:p="urn:p" p:a="1"></r>',
  '<r xml:lang="vi"></r>',
  '<xml:r></xml:r>',
  '<xmlns:r xmlns:xmlns="urn:r"></xmlns:r>',
  '<r><!-- --></r>',
  '<r><?p?></r>',
  '<r><![CDATA[]]></r>',
  '<!DOCTYPE r><r></r>',
  '<r Id="1"></r>',
  '<r Id="a"><r Id="a"></r></r>',
  '<ô></ô>',
  '<1></1>',
  '<r></s>',
  '<r>',
  '<r></r> ',
  '<r></r>\n\n',
  '<r></r><r></r>',
  'x<r></r>',
  '',
];

test('our spelling in all its parts is read the short way', () => {
  for (const file of read) assert.ok(readAlike(declaration + file), file);
});

test('anything else is left to the general parser', () => {
  for (const file of left) assert.equal(readAlike(declaration + file), false, file);
  assert.equal(readAlike('<r></r>'), false);
});
