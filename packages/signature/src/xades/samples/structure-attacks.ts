import { type Attack, type AttackSample, withoutIds } from './attack-sample.ts';

const forgedProperties = ({ signedProperties }: AttackSample, id: string) =>
  signedProperties.replace('GVCN', 'HT').replace('Id="sp-cn"', `Id="${id}"`);

const wrong = { asRecord: 'structure-wrong', asForeign: 'structure-wrong' } as const;

/** Parts of a signature doubled, exchanged or given to another. */
export const structureAttacks: readonly Attack[] = [
  {
    ...wrong,
    name: 'a second SignedInfo',
    attacked: ({ signedInfo, changed }) => changed(signedInfo, `${signedInfo}${withoutIds(signedInfo)}`),
  },
  {
    ...wrong,
    name: 'a forged SignedInfo before the signed one',
    attacked: ({ signedInfo, changed }) => changed(signedInfo, `${withoutIds(signedInfo)}${signedInfo}`),
  },
  {
    ...wrong,
    name: 'a second SignatureValue',
    attacked: ({ changed }) => changed('<ds:KeyInfo>', '<ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo>'),
  },
  {
    ...wrong,
    name: 'a SignedInfo of another namespace beside the signed one',
    attacked: ({ signedInfo, changed }) =>
      changed(signedInfo, `${signedInfo}<ds:SignedInfo xmlns:ds="urn:x"></ds:SignedInfo>`),
  },
  {
    name: 'a second Object with forged properties',
    attacked: (sample) =>
      sample.changed('</ds:Signature>', `<ds:Object>${forgedProperties(sample, 'sp-x')}</ds:Object></ds:Signature>`),
    ...{ asRecord: 'structure-wrong', asForeign: 'harmless' },
  },
  {
    name: 'a second set of qualifying properties',
    attacked: (sample) => {
      const forged = `<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#sig-cn">${forgedProperties(sample, 'sp-x')}</xades:QualifyingProperties>`;
      return sample.changed('</ds:KeyInfo>', `</ds:KeyInfo><ds:Object>${forged}</ds:Object>`);
    },
    ...{ asRecord: 'structure-wrong', asForeign: 'properties-repeated' },
  },
  {
    name: 'the signed properties moved away, forged ones in their place',
    attacked: (sample) =>
      sample
        .changed(sample.signedProperties, forgedProperties(sample, 'sp-x'))
        .replace('</HocBa>', `${sample.signedProperties}</HocBa>`),
    ...{ asRecord: 'signed-properties-of-another', asForeign: 'signed-properties-misplaced' },
  },
  {
    name: 'the signed properties moved into an Object of their own, forged ones in their place',
    attacked: (sample) =>
      sample
        .changed(sample.signedProperties, forgedProperties(sample, 'sp-x'))
        .replace('</ds:Signature>', `<ds:Object>${sample.signedProperties}</ds:Object></ds:Signature>`),
    ...{ asRecord: 'structure-wrong', asForeign: 'signed-properties-misplaced' },
  },
  {
    name: 'properties that say they belong to another signature',
    attacked: ({ changed }) => changed('Target="#sig-cn"', 'Target="#sig-ht"'),
    ...{ asRecord: 'signed-properties-of-another', asForeign: 'signed-properties-of-another' },
  },
  {
    name: 'no reference at all',
    attacked: ({ changed }) => changed(/<ds:Reference .*<\/ds:Reference>/, ''),
    ...{ asRecord: 'no-references', asForeign: 'no-references' },
  },
  {
    name: 'five hundred references',
    attacked: ({ first, changed }) => {
      const [reference = ''] = /<ds:Reference .*?<\/ds:Reference>/.exec(first) ?? [];
      return changed('</ds:SignedInfo>', `${withoutIds(reference).repeat(500)}</ds:SignedInfo>`);
    },
    ...{ asRecord: 'too-many-references', asForeign: 'too-many-references' },
  },
  {
    name: 'an element inside a digest',
    attacked: ({ changed }) => changed('<ds:DigestValue>', '<ds:DigestValue><x></x>'),
    ...{ asRecord: 'structure-wrong', asForeign: 'value-malformed' },
  },
  {
    name: 'a digest cut short',
    attacked: ({ changed }) => changed(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>AAAA'),
    ...{ asRecord: 'value-malformed', asForeign: 'reference-digest-wrong' },
  },
  {
    name: 'a digest with white space in it',
    attacked: ({ changed }) => changed('<ds:DigestValue>', '<ds:DigestValue> '),
    ...{ asRecord: 'value-malformed', asForeign: 'signature-value-wrong' },
  },
];
