import { hasName, type XmlDocument, type XmlElement } from '../../xml/index.ts';
import { findSignatures } from '../find-signatures.ts';
import { dsNamespace } from '../names.ts';
import type { EvidenceProblemCode } from './problems.ts';
import type { Reading } from './reading.ts';

export interface FoundForeign {
  readonly element: XmlElement;
  /** The signature in whose CounterSignature property it stands. */
  readonly counterSigns?: XmlElement;
  /** Why it is not looked at. */
  readonly problem?: EvidenceProblemCode;
}

/** Every ds:Signature of a file in its order, wherever it may stand, and parts of one that stand in none. */
export function findForeignSignatures({ document, options, limits }: Reading): readonly FoundForeign[] {
  const { layout } = options;
  if (layout !== undefined) {
    return findSignatures(document, layout).map(({ element, finding }) => ({
      element,
      ...(finding === undefined ? {} : { problem: problemOfPlace(finding.code) }),
    }));
  }
  const found: FoundForeign[] = [];
  for (const element of suspects(document)) {
    if (found.length === limits.signatures) return [...found, { element, problem: 'too-many-signatures' }];
    found.push(judge(element));
  }
  return found;
}

function problemOfPlace(code: string): EvidenceProblemCode {
  const codes: readonly EvidenceProblemCode[] = [
    'signature-lookalike',
    'signature-part-misplaced',
    'too-many-signatures',
  ];
  return codes.find((known) => known === code) ?? 'signature-misplaced';
}

function* suspects(document: XmlDocument): Generator<XmlElement> {
  const left: { element: XmlElement; inside: boolean }[] = [{ element: document.root, inside: false }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { element, inside } = next;
    const isSignature = hasName(element, dsNamespace, 'Signature');
    const isStray =
      !inside && element.namespace === dsNamespace && /^Sign(?:edInfo|atureValue)$/.test(element.localName);
    if (isSignature || isStray) yield element;
    for (const child of element.children.toReversed()) {
      if (child.kind === 'element') left.push({ element: child, inside: inside || isSignature });
    }
  }
}

/** A signature inside another is its counter-signature or part of the data it envelops. */
function judge(element: XmlElement): FoundForeign {
  if (element.localName !== 'Signature') return { element, problem: 'signature-part-misplaced' };
  const path: XmlElement[] = [];
  let outer: XmlElement | undefined = element.parent;
  for (; outer !== undefined && !hasName(outer, dsNamespace, 'Signature'); outer = outer.parent) path.unshift(outer);
  if (outer === undefined) return { element };
  const names = path.map(({ localName }) => localName);
  if (names.join('/') === counterSignaturePath) return { element, counterSigns: outer };
  const enveloped = names[0] === 'Object' && names[1] !== 'QualifyingProperties';
  return enveloped ? { element } : { element, problem: 'signature-misplaced' };
}

const counterSignaturePath =
  'Object/QualifyingProperties/UnsignedProperties/UnsignedSignatureProperties/CounterSignature';
