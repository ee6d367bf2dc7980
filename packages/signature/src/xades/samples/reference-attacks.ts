import { type Attack, withoutIds } from './attack-sample.ts';

const typed = (type: string) => ` Type="${type}" URI="#tt"`;
const external = { asRecord: 'reference-external', asForeign: 'reference-external' } as const;
const misplaced = { asRecord: 'reference-misplaced', asForeign: 'reference-misplaced' } as const;
const wrongType = { asRecord: 'reference-type-wrong', asForeign: 'reference-type-wrong' } as const;

const toUri =
  (uri: string): Attack['attacked'] =>
  ({ changed }) =>
    changed('URI="#tt"', `URI="${uri}"`);

/** References that name something else than what a reader of the record takes for signed. */
export const referenceAttacks: readonly Attack[] = [
  { ...external, name: 'a reference to the network', attacked: toUri('http://127.0.0.1:1/x') },
  { ...external, name: 'a reference to a file', attacked: toUri('file:///etc/passwd') },
  {
    name: 'a reference to the whole document',
    attacked: toUri(''),
    ...{ asRecord: 'reference-external', asForeign: 'reference-misplaced' },
  },
  {
    name: 'an XPointer that computes',
    attacked: toUri('#xpointer(//ThongTin)'),
    ...{ asRecord: 'reference-not-found', asForeign: 'reference-not-found' },
  },
  {
    name: 'a reference without URI',
    attacked: ({ changed }) => changed(' URI="#tt"', ''),
    ...{ asRecord: 'structure-wrong', asForeign: 'reference-external' },
  },
  { ...misplaced, name: 'a reference to the signature’s own value', attacked: toUri('#sv-cn') },
  { ...misplaced, name: 'a reference to a whole signature', attacked: toUri('#sig-cn') },
  {
    name: 'one part referenced twice',
    attacked: ({ changed }) => changed('URI="#kq"', 'URI="#tt"'),
    ...{ asRecord: 'reference-repeated', asForeign: 'reference-digest-wrong' },
  },
  {
    ...wrongType,
    name: 'a part called a countersigned signature',
    attacked: ({ changed }) => changed(' URI="#tt"', typed('http://uri.etsi.org/01903#CountersignedSignature')),
  },
  {
    ...wrongType,
    name: 'a part called a manifest',
    attacked: ({ changed }) => changed(' URI="#tt"', typed('http://www.w3.org/2000/09/xmldsig#Manifest')),
  },
  {
    ...wrongType,
    name: 'a part called an Object of the signature',
    attacked: ({ changed }) => changed(' URI="#tt"', typed('http://www.w3.org/2000/09/xmldsig#Object')),
  },
  {
    name: 'a part called signed properties by the type of its reference',
    attacked: ({ changed }) => changed(' URI="#tt"', typed('http://uri.etsi.org/01903#SignedProperties')),
    ...{ asRecord: 'signed-properties-not-signed', asForeign: 'signed-properties-misplaced' },
  },
  {
    name: 'no reference to the signed properties',
    attacked: ({ changed }) => changed(/<ds:Reference Type="[^"]*#SignedProperties".*?<\/ds:Reference>/, ''),
    ...{ asRecord: 'signed-properties-not-signed', asForeign: 'signed-properties-not-signed' },
  },
  {
    name: 'a reference to a part nobody has',
    attacked: toUri('#nobody'),
    ...{ asRecord: 'reference-not-found', asForeign: 'reference-not-found' },
  },
  {
    name: 'a reference copied with its digest to a part of another kind',
    attacked: ({ first, changed }) => {
      const [reference = ''] = /<ds:Reference .*?<\/ds:Reference>/.exec(first) ?? [];
      const other = withoutIds(reference).replace('#tt', '#nx');
      return changed('</ds:SignedInfo>', `${other}</ds:SignedInfo>`);
    },
    ...{ asRecord: 'reference-repeated', asForeign: 'reference-digest-wrong' },
  },
];
