/** XAdES signatures: written in canonical form at once, and checked strictly over the tree that is read. */
export { completeXades, prepareXades, signatureValueElement, xadesDigestToSign } from './create.ts';
export { type Commitment, mostReferences, referenceType } from './names.ts';
export type {
  PreparedXades,
  SignaturePolicy,
  XadesIds,
  XadesInput,
  XadesReferenceInput,
} from './prepared-xades.ts';
