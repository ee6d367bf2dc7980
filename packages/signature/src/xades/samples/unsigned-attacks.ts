import { type Attack, type AttackSample, timestampOf, withoutIds } from './attack-sample.ts';

const token = /<xades:EncapsulatedTimeStamp>[^<]*/;
const open = '<xades:UnsignedSignatureProperties>';
const counterSignature = (signature: string) => `${open}<xades:CounterSignature>${signature}</xades:CounterSignature>`;

/** The second signature under names of its own, so that it can stand in the first. */
const renamed = ({ second }: AttackSample) =>
  second.replaceAll('-ht"', '-x"').replaceAll('#sp-ht', '#sp-x').replaceAll('sig-ht', 'sig-x');

/** What no signature covers: timestamps of others, counter-signatures, properties of one's own. */
export const unsignedAttacks: readonly Attack[] = [
  {
    name: 'the timestamp of another signature',
    attacked: ({ first, second, changed }) => changed(timestampOf(first), timestampOf(second)),
    ...{ asRecord: 'timestamp-of-another', asForeign: 'imprint' },
  },
  {
    name: 'the timestamp of another signature, which says what it is over',
    attacked: ({ first, second, changed }) =>
      changed(timestampOf(first), timestampOf(second)).replace(
        '<xades:SignatureTimeStamp>',
        '<xades:SignatureTimeStamp><xades:Include URI="#sv-ht"></xades:Include>',
      ),
    ...{ asRecord: 'structure-wrong', asForeign: 'imprint' },
  },
  {
    name: 'a timestamp that is none',
    attacked: ({ changed }) => changed(token, '<xades:EncapsulatedTimeStamp>AAAA'),
    ...{ asRecord: 'timestamp-malformed', asForeign: 'imprint' },
  },
  {
    name: 'a timestamp without token',
    attacked: ({ changed }) => changed(/<xades:EncapsulatedTimeStamp>.*?<\/xades:EncapsulatedTimeStamp>/, ''),
    ...{ asRecord: 'structure-wrong', asForeign: 'harmless' },
  },
  {
    name: 'the signature timestamp called an archive timestamp',
    attacked: ({ changed }) =>
      changed('<xades:SignatureTimeStamp>', '<a:ArchiveTimeStamp xmlns:a="http://uri.etsi.org/01903/v1.4.1#">').replace(
        '</xades:SignatureTimeStamp>',
        '</a:ArchiveTimeStamp>',
      ),
    ...{ asRecord: 'timestamp-of-another', asForeign: 'imprint' },
  },
  {
    name: 'a signature injected as a counter-signature that speaks of others',
    attacked: (sample) => sample.changed(open, counterSignature(renamed(sample))),
    ...{ asRecord: 'signature-misplaced', asForeign: 'signature-misplaced' },
  },
  {
    name: 'an unsigned property of one’s own',
    attacked: ({ changed }) => changed(open, `${open}<Duyet></Duyet>`),
    ...{ asRecord: 'unsigned-property-not-allowed', asForeign: 'harmless' },
  },
  {
    name: 'signed properties once more among the unsigned',
    attacked: ({ signedProperties, changed }) => changed(open, `${open}${withoutIds(signedProperties)}`),
    ...{ asRecord: 'unsigned-property-not-allowed', asForeign: 'harmless' },
  },
  {
    name: 'a namespace declaration renamed that the element does not need',
    attacked: ({ changed }) => changed('<ds:SignatureValue xmlns:ds=', '<ds:SignatureValue xmlns:dS='),
    ...{ asRecord: 'spelling-not-canonical', asForeign: 'harmless' },
  },
  {
    name: 'a namespace declaration left out that the element does not need',
    attacked: ({ changed }) => changed(/<ds:DigestValue xmlns:ds="[^"]*"/, '<ds:DigestValue'),
    ...{ asRecord: 'spelling-not-canonical', asForeign: 'harmless' },
  },
];
