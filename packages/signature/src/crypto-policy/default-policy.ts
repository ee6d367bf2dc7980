import { digestDates, keyDates } from './algorithm-dates.ts';
import type { ValidationPolicy } from './validation-policy.ts';

/** Nothing else is needed to sign a document or a part of one; everything else computes, and with it attackers do. */
const plainTransforms: readonly string[] = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2001/10/xml-exc-c14n#WithComments',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments',
  'http://www.w3.org/2006/12/xml-c14n11',
  'http://www.w3.org/2006/12/xml-c14n11#WithComments',
];

/** The policy where nobody gives another. */
export const defaultValidationPolicy: ValidationPolicy = {
  name: 'hocba-default',
  digests: digestDates,
  keys: keyDates,
  transforms: plainTransforms,
};
