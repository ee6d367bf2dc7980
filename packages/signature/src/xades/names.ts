/** Wire names of XML-DSig and XAdES. @spec XMLDSig 1.1, EN 319 132-1 */
export const dsNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const xadesNamespace = 'http://uri.etsi.org/01903/v1.3.2#';
export const xades141Namespace = 'http://uri.etsi.org/01903/v1.4.1#';

export const referenceType = {
  signedProperties: 'http://uri.etsi.org/01903#SignedProperties',
  countersignedSignature: 'http://uri.etsi.org/01903#CountersignedSignature',
} as const;

export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** @spec EN 319 132-1 5.2.3 */
export type Commitment =
  | 'ProofOfOrigin'
  | 'ProofOfReceipt'
  | 'ProofOfDelivery'
  | 'ProofOfSender'
  | 'ProofOfApproval'
  | 'ProofOfCreation';

export const commitmentPrefix = 'http://uri.etsi.org/01903/v1.2.2#';

/** More are neither made nor accepted. @spec XML Signature Best Practices 2 */
export const mostReferences = 30;
