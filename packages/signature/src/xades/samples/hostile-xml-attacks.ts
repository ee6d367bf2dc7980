import type { Attack } from './attack-sample.ts';

const withDoctype = (internal: string, use = ''): Attack['attacked'] => {
  const doctype = `?>\n<!DOCTYPE HocBa [${internal}]>`;
  return ({ xml }) => xml.replace('?>\n', doctype).replace('<Diem>9', `<Diem>${use}`);
};
const doctype = { asRecord: 'xml-doctype', asForeign: 'xml-doctype' } as const;
const tenTimes = (name: string) => `&${name};`.repeat(10);
const bomb = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${tenTimes(`l${level}`)}">`).join('');

/** What a parser does before any signature is looked at. */
export const hostileXmlAttacks: readonly Attack[] = [
  { ...doctype, name: 'an entity', attacked: withDoctype('<!ENTITY e "10">', '&e;') },
  { ...doctype, name: 'a billion laughs', attacked: withDoctype(`<!ENTITY l0 "ha">${bomb}`, '&l9;') },
  {
    ...doctype,
    name: 'a quadratic blow-up',
    attacked: withDoctype(`<!ENTITY e "${'a'.repeat(10_000)}">`, '&e;'.repeat(1000)),
  },
  {
    ...doctype,
    name: 'an external entity of the machine',
    attacked: withDoctype('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;'),
  },
  {
    ...doctype,
    name: 'an external entity of the network',
    attacked: withDoctype('<!ENTITY % e SYSTEM "http://127.0.0.1:1/">%e;'),
  },
  { ...doctype, name: 'attributes declared Ids', attacked: withDoctype('<!ATTLIST Diem ma ID #IMPLIED>', '9') },
  {
    name: 'an entity nobody declared',
    attacked: ({ xml }) => xml.replace('<Diem>9', '<Diem>&e;'),
    ...{ asRecord: 'xml-malformed', asForeign: 'xml-malformed' },
  },
  {
    name: 'a comment inside a digest',
    attacked: ({ changed }) => changed('<ds:DigestValue>', '<ds:DigestValue><!-- AAAA -->'),
    ...{ asRecord: 'xml-comment', asForeign: 'value-malformed' },
  },
  {
    name: 'a comment inside a name',
    attacked: ({ xml }) => xml.replace('Nguyễn Thị', 'Nguyễn<!-- --> Thị'),
    ...{ asRecord: 'xml-comment', asForeign: 'harmless' },
  },
  {
    name: 'an instruction in a signed part',
    attacked: ({ xml }) => xml.replace('<HoTen>', '<?x y?><HoTen>'),
    ...{ asRecord: 'xml-processing-instruction', asForeign: 'reference-digest-wrong' },
  },
  {
    name: 'an Id set twice by xml:id',
    attacked: ({ xml }) => xml.replace('<ChuKy>', '<ChuKy xml:id="tt">'),
    ...{ asRecord: 'xml-malformed', asForeign: 'name-ambiguous' },
  },
  {
    name: 'CDATA in a signed part',
    attacked: ({ xml }) => xml.replace('<Diem>9', '<Diem><![CDATA[1]]>9'),
    ...{ asRecord: 'xml-cdata', asForeign: 'reference-digest-wrong' },
  },
  {
    name: 'elements a thousand deep',
    attacked: ({ xml }) => xml.replace('<ChuKy>', `${'<x>'.repeat(1000)}${'</x>'.repeat(1000)}<ChuKy>`),
    ...{ asRecord: 'xml-too-deep', asForeign: 'xml-too-deep' },
  },
  {
    name: 'a namespace name as long as a file',
    attacked: ({ xml }) => xml.replace('<ChuKy>', `<ChuKy xmlns:x="urn:${'x'.repeat(100_000)}">`),
    ...{ asRecord: 'xml-too-large', asForeign: 'xml-too-large' },
  },
];
