/**
 * Why bytes could not be read or built. A closed list: who catches one decides by the code, never by the sentence.
 * A *check* that fails is not an error, it is an entry in the check's report.
 */
export type SignatureErrorCode = AsnErrorCode | KeyErrorCode | TrustErrorCode | XmlErrorCode | PdfErrorCode;

type AsnErrorCode =
  | 'der-malformed'
  | 'pem-malformed'
  | 'certificate-malformed'
  | 'crl-malformed'
  | 'ocsp-malformed'
  | 'ocsp-refused'
  | 'cms-malformed'
  | 'timestamp-malformed'
  | 'timestamp-refused'
  | 'pkcs12-malformed'
  | 'pkcs12-wrong-password';

type KeyErrorCode =
  | 'key-malformed'
  | 'key-does-not-fit-algorithm'
  | 'algorithm-unsupported'
  | 'signature-malformed'
  | 'signing-failed';

type TrustErrorCode = 'policy-malformed' | 'trusted-list-malformed' | 'trust-store-malformed';

type XmlErrorCode =
  | 'xml-malformed'
  | 'xml-too-large'
  | 'xml-too-deep'
  | 'xml-doctype'
  | 'xml-comment'
  | 'xml-cdata'
  | 'xml-processing-instruction'
  | 'xml-duplicate-id'
  | 'xml-forbidden-character'
  | 'xml-encoding'
  | 'c14n-unsupported'
  | 'xades-malformed';

type PdfErrorCode =
  | 'pdf-malformed'
  | 'pdf-too-large'
  | 'pdf-unsupported'
  | 'pdf-encrypted'
  | 'pdf-hybrid'
  | 'pdf-xref-loop'
  | 'pdf-stream-damaged'
  | 'pdf-field-exists'
  | 'pades-hole-too-small'
  | 'pades-malformed';

export class SignatureError extends Error {
  readonly code: SignatureErrorCode;

  constructor(code: SignatureErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'SignatureError';
    this.code = code;
  }
}
