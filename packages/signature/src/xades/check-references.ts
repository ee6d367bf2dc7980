import { type CryptoPort, digestAlgorithms } from '../crypto/index.ts';
import { equalBytes } from '../der/writer.ts';
import { pathOf, placeOf, type XmlDocument, type XmlElement } from '../xml/index.ts';
import { encodeBase64 } from './base64-text.ts';
import type { CanonicalParts } from './canonical-parts.ts';
import { isPartPlace, isSignatureValue, type Layout } from './layout.ts';
import { referenceType } from './names.ts';
import type { ReadSignature } from './read-signature.ts';
import type { SignedReference } from './read-signed-info.ts';
import type { CoveredElement, ReferenceReport, XadesFinding, XadesFindingCode } from './report.ts';

/** A signed part, described and digested once for all signatures over it. */
interface DigestedPart {
  readonly covers: CoveredElement;
  /** By algorithm and canonical form. */
  readonly digests: Map<string, { readonly bytes: Uint8Array; readonly base64: string }>;
}

/** What the checks of one document have in common; parts signed by several are digested once. */
export interface CheckedDocument {
  readonly document: XmlDocument;
  readonly layout: Layout;
  readonly crypto: CryptoPort;
  readonly canonical: CanonicalParts;
  readonly digested: Map<XmlElement, DigestedPart>;
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
  const said = { uri, algorithm, ...(type === undefined ? {} : { type }) };
  if (target === undefined) return { ...said, digest: encodeBase64(digest), ok: false };
  const part = partOf(target, uri, checked);
  const { bytes, base64 } = digestOf(reference, { target, part }, checked);
  const ok = equalBytes(bytes, digest);
  return { ...said, digest: ok ? base64 : encodeBase64(digest), covers: part.covers, computed: base64, ok };
}

function partOf(target: XmlElement, uri: string, { digested }: CheckedDocument): DigestedPart {
  const known = digested.get(target);
  if (known !== undefined) return known;
  const covers = { id: uri.slice(1), path: pathOf(target), start: target.start, end: target.end };
  const part = { covers, digests: new Map() };
  digested.set(target, part);
  return part;
}

function digestOf(
  { algorithm, canonicalisation }: SignedReference,
  { target, part }: { target: XmlElement; part: DigestedPart },
  { crypto, canonical }: CheckedDocument,
) {
  const key = `${algorithm} ${canonicalisation.form} ${canonicalisation.inclusivePrefixes?.join(' ') ?? ''}`;
  const known = part.digests.get(key);
  if (known !== undefined) return known;
  const bytes = crypto.digest(algorithm, canonical.bytesOf(target, canonicalisation));
  if (bytes.length !== digestAlgorithms[algorithm].length) throw new TypeError(`digest of ${bytes.length} bytes`);
  const made = { bytes, base64: encodeBase64(bytes) };
  part.digests.set(key, made);
  return made;
}
