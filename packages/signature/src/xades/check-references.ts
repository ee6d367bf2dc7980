import { type CryptoPort, digestAlgorithms } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { pathOf, placeOf, type XmlDocument, type XmlElement } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import type { CanonicalParts } from './canonical-parts.ts';
import { isPartPlace, isSignatureValue, type Layout } from './layout.ts';
import { referenceType } from './names.ts';
import type { ReadSignature } from './read-signature.ts';
import type { SignedReference } from './read-signed-info.ts';
import type { ReferenceReport, XadesFinding, XadesFindingCode } from './report.ts';

/** What the checks of one document have in common; parts signed by several are digested once. */
export interface CheckedDocument {
  readonly document: XmlDocument;
  readonly layout: Layout;
  readonly crypto: CryptoPort;
  readonly canonical: CanonicalParts;
  readonly digests: Map<string, Uint8Array>;
}

/** Checks every reference, also after one has failed, so that what was changed can be told from what was not. */
export function checkReferences(signature: ReadSignature, checked: CheckedDocument) {
  const findings: XadesFinding[] = [];
  const seen = new Set<string>();
  const references = signature.signedInfo.references.map((reference): ReferenceReport => {
    const { target, code } = resolve(reference, signature, checked);
    const repeated = seen.has(reference.uri);
    seen.add(reference.uri);
    const report = reportOf(reference, target, checked);
    const wrong = repeated ? 'reference-repeated' : (code ?? (report.ok ? undefined : 'reference-digest-wrong'));
    if (wrong === undefined) return report;
    findings.push({ code: wrong, where: placeOf(reference.element) });
    return { ...report, ok: false };
  });
  return { references, findings };
}

/** By own unique Ids of this document only. */
function resolve(
  reference: SignedReference,
  signature: ReadSignature,
  { document, layout }: CheckedDocument,
): { target?: XmlElement; code?: XadesFindingCode } {
  const { uri, type } = reference;
  if (!uri.startsWith('#')) return { code: 'reference-external' };
  const id = uri.slice(1);
  const target = document.byId.get(id);
  if (target === undefined) return { code: 'reference-not-found' };
  if (type === referenceType.signedProperties) {
    return target === signature.signedProperties.element ? { target } : { target, code: 'reference-type-wrong' };
  }
  const typeFits = type === undefined || (type === referenceType.countersignedSignature && isSignatureValue(target));
  if (!typeFits) return { target, code: 'reference-type-wrong' };
  const ownValue = target === signature.signatureValue.element;
  return ownValue || !isPartPlace(target, id, layout) ? { target, code: 'reference-misplaced' } : { target };
}

function reportOf(
  reference: SignedReference,
  target: XmlElement | undefined,
  checked: CheckedDocument,
): ReferenceReport {
  const { uri, type, algorithm, digest } = reference;
  const said = { uri, algorithm, digest: encodeBase64(digest), ...(type === undefined ? {} : { type }) };
  if (target === undefined) return { ...said, ok: false };
  const computed = digestOf(reference, target, checked);
  const covers = { id: uri.slice(1), path: pathOf(target), start: target.start, end: target.end };
  return { ...said, covers, computed: encodeBase64(computed), ok: equalBytes(computed, digest) };
}

function digestOf(reference: SignedReference, target: XmlElement, checked: CheckedDocument): Uint8Array {
  const { algorithm, canonicalisation } = reference;
  const key = `${target.start} ${algorithm} ${canonicalisation.form} ${canonicalisation.inclusivePrefixes?.join(' ')}`;
  const known = checked.digests.get(key);
  if (known !== undefined) return known;
  const made = checked.crypto.digest(algorithm, checked.canonical.bytesOf(target, canonicalisation));
  if (made.length !== digestAlgorithms[algorithm].length) throw new TypeError(`digest of ${made.length} bytes`);
  checked.digests.set(key, made);
  return made;
}
