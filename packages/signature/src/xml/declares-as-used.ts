import type { XmlElement } from './xml-tree.ts';

/** Namespaces written so far by the elements around: a list, the nearest first. */
interface Written {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: Written | undefined;
}

/**
 * Whether an element of a canonically spelled file stands in its exclusive canonical form: there all is proved but
 * that namespaces are declared exactly where this form would. In such a file attributes have no prefix, and elements
 * declare at most what they use. @spec Exclusive XML Canonicalization 1.0, 3
 */
export function declaresAsUsed(element: XmlElement, written: Written | undefined): boolean {
  const { prefix, namespace, children } = element;
  const needed = writtenUri(prefix, written) !== namespace;
  if (element.declarations.size !== (needed ? 1 : 0)) return false;
  const inside = needed ? { prefix, uri: namespace, outer: written } : written;
  for (const child of children) if (child.kind === 'element' && !declaresAsUsed(child, inside)) return false;
  return true;
}

function writtenUri(prefix: string, written: Written | undefined): string | undefined {
  for (let at = written; at !== undefined; at = at.outer) if (at.prefix === prefix) return at.uri;
  return prefix === '' ? '' : undefined;
}
