import type { XmlDocument, XmlElement } from '../../xml/index.ts';
import type { EvidenceOptions } from './evidence-options.ts';
import { EvidenceRefusal } from './problems.ts';
import type { SignedData } from './signed-data.ts';

const pointedId = /^#xpointer\(id\((?:'([^']+)'|"([^"]+)")\)\)$/;

/**
 * The data a reference's URI means. Only this file and what the caller holds: nothing is fetched. By XPointer comments
 * belong to the data, by bare name or empty URI they do not. Throws EvidenceRefusal. @spec XMLDSig 1.1 4.4.3.3
 */
export function dereference(
  reference: XmlElement,
  document: XmlDocument,
  detached: EvidenceOptions['detached'],
): SignedData {
  const uri = reference.attributes.get('URI');
  const whole = { kind: 'nodes', document, apex: document.root, whole: true } as const;
  if (uri === '') return { ...whole, comments: false };
  if (uri === '#xpointer(/)') return { ...whole, comments: true };
  const pointed = pointedId.exec(uri ?? '');
  if (pointed !== null || uri?.startsWith('#') === true) {
    const id = pointed?.[1] ?? pointed?.[2] ?? unescaped(uri?.slice(1) ?? '');
    const apex = named(id, document, reference);
    return { kind: 'nodes', document, apex, whole: false, comments: pointed !== null };
  }
  const bytes = detached?.(uri ?? '');
  if (bytes === undefined) throw new EvidenceRefusal('reference-external', reference);
  return { kind: 'octets', bytes };
}

function named(id: string, { byId, ambiguousIds }: XmlDocument, reference: XmlElement): XmlElement {
  const element = byId.get(id);
  if (element !== undefined) return element;
  throw new EvidenceRefusal(ambiguousIds.has(id) ? 'name-ambiguous' : 'reference-not-found', reference);
}

function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
