import type { SignatureEvidence } from '../../validation/signature-evidence.ts';
import { hasName } from '../../xml/index.ts';
import { referenceType, xades141Namespace, xadesNamespace } from '../names.ts';
import type { ForeignSignature } from './foreign-signature.ts';
import { isSignedPropertiesType } from './reference-place.ts';
import type { ReferenceEvidence } from './references.ts';
import type { Statements } from './statements.ts';
import type { CarriedValues } from './unsigned-values.ts';

interface Formed {
  readonly signature: ForeignSignature;
  readonly statements: Statements;
  readonly carried: CarriedValues;
  readonly references: readonly ReferenceEvidence[];
  /** Whether KeyInfo holds the signing certificate. */
  readonly certificateInKeyInfo: boolean;
  readonly isCounterSignature: boolean;
}

/** The highest baseline level a signature has the properties of. @spec EN 319 132-1 6.3 */
export function levelOf(formed: Formed): SignatureEvidence['level'] {
  if (!isBasic(formed)) return 'below-baseline';
  const unsigned = formed.signature.properties?.unsigned ?? [];
  const has = (namespace: string, name: string) => unsigned.some((property) => hasName(property, namespace, name));
  if (!has(xadesNamespace, 'SignatureTimeStamp')) return 'B-B';
  const { crls, ocsps } = formed.carried;
  if (crls.length + ocsps.length === 0) return 'B-T';
  return has(xades141Namespace, 'ArchiveTimeStamp') ? 'B-LTA' : 'B-LT';
}

function isBasic({ signature, statements, references, certificateInKeyInfo, isCounterSignature }: Formed): boolean {
  if (signature.properties?.namespace !== xadesNamespace) return false;
  const { signingTime, certificateProperties, formatsOf } = statements;
  if (signingTime === undefined || certificateProperties !== 1 || !certificateInKeyInfo) return false;
  const direct = references.filter(({ ofManifest }) => !ofManifest);
  if (!direct.some(({ type, target }) => isOwn(target, signature) && isSignedPropertiesType(type))) return false;
  return direct.every(({ element, type, target }) => {
    if (isOwn(target, signature) || isCounterSignature || type === referenceType.countersignedSignature) return true;
    return formatsOf.has(element.attributes.get('Id') ?? '');
  });
}

function isOwn(target: ReferenceEvidence['target'], { properties }: ForeignSignature): boolean {
  return target !== undefined && target === properties?.signedProperties;
}
