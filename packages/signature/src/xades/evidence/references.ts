import { type DigestAlgorithm, digestAlgorithmByXmlUri } from '../../crypto/index.ts';
import { equalBytes } from '../../der/writer.ts';
import type { EvidenceProblem } from '../../validation/signature-evidence.ts';
import { hasName, type XmlElement } from '../../xml/index.ts';
import { dsNamespace } from '../names.ts';
import { dereference } from './dereference.ts';
import { algorithmOf, bytesOf, membersOf, onlyMember, optionalMember } from './foreign-members.ts';
import type { ForeignSignature } from './foreign-signature.ts';
import { type EvidenceProblemCode, EvidenceRefusal, problemAt, problemOf } from './problems.ts';
import type { Reading } from './reading.ts';
import { misplacement } from './reference-place.ts';
import type { SignedData } from './signed-data.ts';
import { transform } from './transforms.ts';

/** One ds:Reference, of SignedInfo or of a Manifest that is itself signed. */
export interface ReferenceEvidence {
  readonly element: XmlElement;
  readonly uri: string;
  readonly type?: string;
  /** What the URI names in this file, whatever was made of it. */
  readonly target?: XmlElement;
  /** The data after the transforms; absent where it was not to be had. */
  readonly data?: SignedData;
  readonly algorithm?: DigestAlgorithm;
  readonly intact: boolean;
  readonly ofManifest: boolean;
  readonly problems: readonly EvidenceProblem[];
}

/**
 * Every reference of a signature, those of its manifests after them; each is judged also after another has failed. Throws
 * EvidenceRefusal where there are too many: one that nobody looked at must not pass for good.
 */
export function readReferences(signature: ForeignSignature, reading: Reading): readonly ReferenceEvidence[] {
  const direct = signature.references.map((element) =>
    readReference(element, { signature, reading, ofManifest: false }),
  );
  const manifests = direct.flatMap(({ target, data }) =>
    data !== undefined && target !== undefined && hasName(target, dsNamespace, 'Manifest') ? [target] : [],
  );
  const listed = manifests.flatMap((manifest) => membersOf(manifest, dsNamespace, 'Reference'));
  const [tooMany] = listed.slice(reading.limits.references - direct.length);
  if (tooMany !== undefined) throw new EvidenceRefusal('too-many-references', tooMany);
  return [...direct, ...listed.map((element) => readReference(element, { signature, reading, ofManifest: true }))];
}

interface Context {
  readonly signature: ForeignSignature;
  readonly reading: Reading;
  readonly ofManifest: boolean;
}

function readReference(element: XmlElement, context: Context): ReferenceEvidence {
  const type = element.attributes.get('Type');
  const said = {
    element,
    uri: element.attributes.get('URI') ?? '',
    ...(type === undefined ? {} : { type }),
    ofManifest: context.ofManifest,
  };
  try {
    return { ...said, ...judged(element, context) };
  } catch (error) {
    return { ...said, intact: false, problems: [problemOf(error, element)] };
  }
}

function judged(element: XmlElement, context: Context) {
  const { signature, reading } = context;
  const method = onlyMember(element, dsNamespace, 'DigestMethod');
  const algorithm = digestAlgorithmByXmlUri(algorithmOf(method));
  const said = bytesOf(onlyMember(element, dsNamespace, 'DigestValue'));
  const start = dereference(element, reading.document, reading.options.detached);
  const target = start.kind === 'nodes' ? start.apex : undefined;
  const wrong = start.kind === 'nodes' ? misplacement(element, start, { signature, reading }) : undefined;
  const data = transformed(start, element, context);
  const found = { ...(target === undefined ? {} : { target }), data };
  if (algorithm === undefined)
    return { ...found, intact: false, problems: [problemAt('algorithm-not-supported', method)] };
  const intact = equalBytes(reading.options.crypto.digest(algorithm, reading.octets.final(data)), said);
  const codes: readonly (EvidenceProblemCode | undefined)[] = [wrong, intact ? undefined : changed(target, signature)];
  const problems = codes.filter((code) => code !== undefined).map((code) => problemAt(code, element));
  return { ...found, algorithm, intact, problems };
}

function changed(target: XmlElement | undefined, { properties }: ForeignSignature): EvidenceProblemCode {
  const own = target !== undefined && target === properties?.signedProperties;
  return own ? 'signed-properties-changed' : 'reference-digest-wrong';
}

function transformed(start: SignedData, element: XmlElement, { signature, reading }: Context): SignedData {
  const list = optionalMember(element, dsNamespace, 'Transforms');
  const steps = list === undefined ? [] : membersOf(list, dsNamespace, 'Transform');
  if (steps.length > reading.limits.transforms) throw new EvidenceRefusal('too-many-transforms', element);
  const context = { signature: signature.element, octets: reading.octets };
  return steps.reduce((data, step) => transform(data, step, context), start);
}
