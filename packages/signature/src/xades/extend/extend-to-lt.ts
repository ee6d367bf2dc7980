import { SignatureError } from '../../errors.ts';
import { hasName } from '../../xml/index.ts';
import { xades141Namespace, xadesNamespace } from '../names.ts';
import { findStanding, withProperties } from './find-signature.ts';
import { type LongTermMaterial, validationValues } from './validation-values.ts';

export interface LongTermInput extends LongTermMaterial {
  /** The record's file. */
  readonly xml: Uint8Array;
  readonly signatureId: string;
}

/**
 * B-LT: a signature with its timestamp gets everything its certificates are judged by. Only unsigned properties are
 * added, so that this signature and all others of the file stay as they were. Throws XmlError, and `xades-malformed`
 * where the signature has no timestamp, has such material already, or is given no revocation data.
 * @spec EN 319 132-1 5.4, 6.3
 */
export function extendToLt({ xml, signatureId, ...material }: LongTermInput): Uint8Array {
  const standing = findStanding(xml, signatureId);
  const { unsignedProperties } = standing.signature;
  if (unsignedProperties.some((property) => hasName(property, xadesNamespace, 'RevocationValues'))) {
    throw new SignatureError('xades-malformed', 'revocation values are there already');
  }
  requireMaterial(material);
  return withProperties(standing, validationValues(material));
}

/**
 * What the authority of the last timestamp is judged by, put directly behind that timestamp: needed before the next
 * ArchiveTimeStamp. Throws as `extendToLt`. @spec EN 319 132-1 5.5.1
 */
export function addTimestampValidation({ xml, signatureId, ...material }: LongTermInput): Uint8Array {
  const standing = findStanding(xml, signatureId);
  requireMaterial(material);
  const values = validationValues(material);
  const name = 'xades141:TimeStampValidationData';
  return withProperties(standing, `<${name} xmlns:xades141="${xades141Namespace}">${values}</${name}>`);
}

function requireMaterial({ crls, ocsps }: LongTermMaterial): void {
  if (crls.length + ocsps.length === 0) throw new SignatureError('xades-malformed', 'no revocation data');
}
