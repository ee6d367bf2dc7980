import { concat } from '../../der/writer.ts';
import { SignatureError } from '../../errors.ts';
import type { Canonicalisation, XmlElement } from '../../xml/index.ts';
import { dsNamespace, xades141Namespace } from '../names.ts';
import { defaultCanonicalisation, requiredCanonicalisation } from './canonical-method.ts';
import { attribute, membersOf, optionalMember } from './foreign-members.ts';
import type { ForeignSignature } from './foreign-signature.ts';
import { EvidenceRefusal } from './problems.ts';
import type { Reading } from './reading.ts';
import type { ReferenceEvidence } from './references.ts';

/** A signature with everything its timestamps may be over. */
export interface Covering {
  readonly signature: ForeignSignature;
  readonly references: readonly ReferenceEvidence[];
  readonly inKeyInfo: readonly Uint8Array[];
  readonly signingCertificate?: Uint8Array;
  readonly reading: Reading;
}

interface Stamped extends Covering {
  readonly element: XmlElement;
  readonly how: Canonicalisation;
}

type Pieces = readonly Uint8Array[];

/** The bytes a timestamp of this signature must be over; undefined where they are not to be had. */
export function imprintPieces(element: XmlElement, covering: Covering): Uint8Array | undefined {
  try {
    const method = optionalMember(element, dsNamespace, 'CanonicalizationMethod');
    const how = method === undefined ? defaultCanonicalisation : requiredCanonicalisation(method);
    return concat(...piecesOf({ ...covering, element, how }));
  } catch (error) {
    if (error instanceof EvidenceRefusal || error instanceof SignatureError) return undefined;
    throw error;
  }
}

/**
 * Only what the signature protects may itself say what it is over. All other timestamps stand where anyone can add one: an
 * `Include` there would let a timestamp of something else pass for one of this signature.
 */
function piecesOf(stamped: Stamped): Pieces {
  switch (stamped.element.localName) {
    case 'IndividualDataObjectsTimeStamp':
      return membersOf(stamped.element, stamped.element.namespace, 'Include').flatMap((one) => included(one, stamped));
    case 'AllDataObjectsTimeStamp':
      return stamped.references
        .filter(({ ofManifest, target }) => !ofManifest && !isSignedProperties(target, stamped))
        .map((reference) => processed(reference, stamped));
    case 'SignatureTimeStamp':
      return [canonical(stamped.signature.signatureValue, stamped)];
    case 'SigAndRefsTimeStamp':
    case 'SigAndRefsTimeStampV2':
      return [
        canonical(stamped.signature.signatureValue, stamped),
        ...earlier(stamped, ['SignatureTimeStamp', ...refs]),
      ];
    case 'RefsOnlyTimeStamp':
    case 'RefsOnlyTimeStampV2':
      return earlier(stamped, refs);
    case 'ArchiveTimeStamp':
      return archived(stamped);
    default:
      throw new EvidenceRefusal('structure-wrong', stamped.element);
  }
}

const refs = [
  'CompleteCertificateRefs',
  'CompleteCertificateRefsV2',
  'CompleteRevocationRefs',
  'AttributeCertificateRefs',
  'AttributeCertificateRefsV2',
  'AttributeRevocationRefs',
];

/** @spec EN 319 132-1 5.5.2.2; the form of the namespace 1.3.2 leaves out Objects that are signed anyway */
function archived(stamped: Stamped): Pieces {
  const { signature, references, element } = stamped;
  const { signedInfo, signatureValue, keyInfo, objects, properties } = signature;
  const targets = new Set(references.map(({ target }) => target));
  const isOld = element.namespace !== xades141Namespace;
  const others = objects.filter((object) => object !== properties?.object && !(isOld && targets.has(object)));
  return [
    ...references.filter(({ ofManifest }) => !ofManifest).map((reference) => processed(reference, stamped)),
    ...[signedInfo, signatureValue, ...(keyInfo === undefined ? [] : [keyInfo])].map((one) => canonical(one, stamped)),
    ...earlier(stamped),
    ...others.map((object) => canonical(object, stamped)),
  ];
}

/** The unsigned properties that stand before the timestamp, all or those of these names. */
function earlier(stamped: Stamped, names?: readonly string[]): Pieces {
  const unsigned = stamped.signature.properties?.unsigned ?? [];
  const before = unsigned.slice(0, unsigned.indexOf(stamped.element));
  const wanted = before.filter(({ localName }) => names === undefined || names.includes(localName));
  return wanted.map((property) => canonical(property, stamped));
}

function canonical(element: XmlElement, { reading, how }: Stamped): Uint8Array {
  return reading.octets.ofElement(element, how);
}

/** Data that is still a tree after its own transforms is canonicalised as the timestamp says. */
function processed({ data, element }: ReferenceEvidence, { reading, how }: Stamped): Uint8Array {
  if (data === undefined) throw new EvidenceRefusal('reference-not-found', element);
  return reading.octets.final(data, how);
}

/** What is named one by one: data by its ds:Reference, or elements. @spec EN 319 132-1 5.1.4.3 */
function included(include: XmlElement, stamped: Stamped): Pieces {
  const id = attribute(include, 'URI').replace(/^#/, '');
  const target = stamped.reading.document.byId.get(id);
  if (target === undefined) throw new EvidenceRefusal('reference-not-found', include);
  const byData = ['true', '1'].includes(include.attributes.get('referencedData') ?? '');
  if (!byData) return [canonical(target, stamped)];
  const reference = stamped.references.find(({ element }) => element === target);
  if (reference === undefined) throw new EvidenceRefusal('reference-not-found', include);
  return [processed(reference, stamped)];
}

function isSignedProperties(target: XmlElement | undefined, { signature }: Stamped): boolean {
  return target !== undefined && target === signature.properties?.signedProperties;
}
