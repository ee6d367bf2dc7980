/** XAdES signatures: written in canonical form at once, and checked strictly over the tree that is read. */
export { checkXades, type XadesCheckOptions } from './check.ts';
export { completeXades, prepareXades, signatureValueElement, xadesDigestToSign } from './create.ts';
export * from './evidence/index.ts';
export * from './extend/index.ts';
export type { DocumentLayout, Layout, PartPlace } from './layout.ts';
export { type Commitment, dsNamespace, mostReferences, referenceType, xadesNamespace } from './names.ts';
export type {
  PreparedXades,
  SignaturePolicy,
  XadesIds,
  XadesInput,
  XadesReferenceInput,
} from './prepared-xades.ts';
export * from './report.ts';
