import { SignatureError } from '../../errors.ts';
import { parseXml, type XmlDocument, type XmlElement } from '../../xml/index.ts';
import { type ReadSignature, readSignature } from '../read-signature.ts';
import { XadesRefusal } from '../refusal.ts';

/** One signature of a record's file, as it stands there. */
export interface StandingSignature {
  readonly document: XmlDocument;
  readonly signature: ReadSignature;
  /** Where its unsigned properties are: its signature timestamp is the first of them. */
  readonly unsigned: XmlElement;
}

/** Throws XmlError, and `xades-malformed` where the file has no such signature with a timestamp. */
export function findStanding(xml: Uint8Array, signatureId: string): StandingSignature {
  const document = parseXml(xml);
  const element = document.byId.get(signatureId);
  if (element === undefined) throw new SignatureError('xades-malformed', `no signature "${signatureId}"`);
  const signature = readOrThrow(element);
  const unsigned = signature.unsignedProperties[0]?.parent;
  if (unsigned === undefined) throw new SignatureError('xades-malformed', 'a signature without timestamp');
  return { document, signature, unsigned };
}

function readOrThrow(element: XmlElement): ReadSignature {
  try {
    return readSignature(element, { lenient: false });
  } catch (error) {
    if (!(error instanceof XadesRefusal)) throw error;
    throw new SignatureError('xades-malformed', `${error.finding.code} at ${error.finding.where}`);
  }
}

/** The file with more unsigned properties at the end of the signature's own; no other byte changes. */
export function withProperties({ document, unsigned }: StandingSignature, properties: string): Uint8Array {
  const { bytes } = document;
  const end = unsigned.end - `</${unsigned.name}>`.length;
  const added = new TextEncoder().encode(properties);
  const file = new Uint8Array(bytes.length + added.length);
  file.set(bytes.subarray(0, end));
  file.set(added, end);
  file.set(bytes.subarray(end), end + added.length);
  return file;
}
