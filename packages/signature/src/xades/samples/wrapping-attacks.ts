import { testParts } from '../test-record.ts';
import { type Attack, type AttackSample, withoutIds } from './attack-sample.ts';

/** Where the signed original is hidden while a forgery stands in its place. @spec McIntosh and Austel 2005, XSW 1–8 */
interface HidingPlace {
  readonly where: string;
  readonly hide: (xml: string, original: string) => string;
  readonly asRecord: Attack['asRecord'];
  readonly asForeign: Attack['asForeign'];
}

const misplaced = { asRecord: 'reference-misplaced', asForeign: 'reference-misplaced' } as const;
const inSignature = { asRecord: 'structure-wrong', asForeign: 'structure-wrong' } as const;

const hidingPlaces: readonly HidingPlace[] = [
  {
    ...misplaced,
    where: 'at the end of the root (XSW 1)',
    hide: (xml, original) => xml.replace('</HocBa>', `${original}</HocBa>`),
  },
  {
    ...misplaced,
    where: 'in a wrapper of its own (XSW 2)',
    hide: (xml, original) => xml.replace('</HocBa>', `<Luu>${original}</Luu></HocBa>`),
  },
  {
    ...misplaced,
    where: 'before the forgery (XSW 3)',
    hide: (xml, original) => xml.replace('<KetQua', `<Luu>${original}</Luu><KetQua`),
  },
  {
    ...misplaced,
    where: 'inside the forgery (XSW 4)',
    hide: (xml, original) => xml.replace('</KetQua>', `${original}</KetQua>`),
  },
  {
    ...misplaced,
    where: 'beside the signatures (XSW 5)',
    hide: (xml, original) => xml.replace('</ChuKy>', `${original}</ChuKy>`),
  },
  {
    ...inSignature,
    where: 'inside the signature (XSW 6)',
    hide: (xml, original) => xml.replace('</ds:Signature>', `${original}</ds:Signature>`),
  },
  {
    ...misplaced,
    where: 'in the place of extensions (XSW 7)',
    hide: (xml, original) => xml.replace('</ThongTin>', `<MoRong>${original}</MoRong></ThongTin>`),
  },
  {
    ...{ asRecord: 'structure-wrong', asForeign: 'reference-misplaced' },
    where: 'in an Object of the last signature (XSW 8)',
    hide: (xml, original) =>
      xml.replace('</ds:Signature></ChuKy>', `<ds:Object>${original}</ds:Object></ds:Signature></ChuKy>`),
  },
  {
    ...{ asRecord: 'unsigned-property-not-allowed', asForeign: 'reference-misplaced' },
    where: 'among the unsigned properties',
    hide: (xml, original) =>
      xml.replace('<xades:UnsignedSignatureProperties>', `<xades:UnsignedSignatureProperties>${original}`),
  },
];

const forged = testParts.kq.replace('<Diem>9</Diem>', '<Diem>10</Diem>').replaceAll(/ Id="mh-\d"/g, '');
const forgeries = { 'with another Id': forged.replace('"kq"', '"kq2"'), 'without Id': forged.replace(' Id="kq"', '') };

const moved = hidingPlaces.flatMap(({ where, hide, asRecord, asForeign }): readonly Attack[] =>
  Object.entries(forgeries).map(([how, forgery]) => ({
    name: `a part moved ${where}, a forged one ${how} in its place`,
    attacked: ({ xml }: AttackSample) => hide(xml.replace(testParts.kq, forgery), testParts.kq),
    ...{ asRecord, asForeign },
  })),
);

const copied = hidingPlaces.map(
  ({ where, hide, asForeign }): Attack => ({
    name: `a part copied ${where}, its Id kept on both`,
    attacked: ({ xml }) => hide(xml.replace(testParts.kq, forged), testParts.kq),
    asRecord: 'xml-duplicate-id',
    asForeign: asForeign === 'structure-wrong' ? 'structure-wrong' : 'name-ambiguous',
  }),
);

export const wrappingAttacks: readonly Attack[] = [
  ...moved,
  ...copied,
  {
    name: 'the whole record wrapped in a forged one',
    attacked: ({ xml }) =>
      xml.replace('\n<HocBa', '\n<HocBa xmlns="urn:vn:hocba:1.0"><HocBa').replace('</HocBa>', '</HocBa></HocBa>'),
    ...{ asRecord: 'signature-misplaced', asForeign: 'signature-misplaced' },
  },
  {
    name: 'a signature moved out of its place',
    attacked: ({ xml, first }) => xml.replace(first, '').replace('<ChuKy>', `${first}<ChuKy>`),
    ...{ asRecord: 'signature-misplaced', asForeign: 'signature-misplaced' },
  },
  {
    name: 'a signature cut off the record, later ones naming what is gone',
    attacked: ({ xml, first }) => xml.replace(first, ''),
    ...{ asRecord: 'reference-not-found', asForeign: 'reference-not-found' },
  },
  {
    name: 'a second place for signatures',
    attacked: ({ xml }) => xml.replace('</ChuKy>', '</ChuKy><ChuKy></ChuKy>'),
    ...{ asRecord: 'signature-misplaced', asForeign: 'signature-misplaced' },
  },
  {
    name: 'a stray SignedInfo outside any signature',
    attacked: ({ xml, signedInfo }) => xml.replace('<ChuKy>', `${withoutIds(signedInfo)}<ChuKy>`),
    ...{ asRecord: 'signature-part-misplaced', asForeign: 'signature-part-misplaced' },
  },
  {
    name: 'something called Signature in another namespace',
    attacked: ({ xml }) => xml.replace('<ChuKy>', '<ChuKy><Signature></Signature>'),
    ...{ asRecord: 'signature-lookalike', asForeign: 'signature-lookalike' },
  },
];
