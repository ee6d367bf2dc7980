import { hasName, type XmlElement } from '../../xml/index.ts';
import { dsNamespace } from '../names.ts';
import type { FoundForeign } from './find-foreign-signatures.ts';
import type { Gathered } from './gather-parts.ts';

/**
 * The signature this one countersigns: the one around it, or, where it signs nothing but one other signature's value,
 * that one. @spec EN 319 132-1 5.2.7
 */
export function counterSigned({ counterSigns }: FoundForeign, gathered: Gathered): XmlElement | undefined {
  if (counterSigns !== undefined) return counterSigns;
  const own = gathered.signature.properties?.signedProperties;
  const targets = gathered.references.map(({ target }) => target).filter((target) => target !== own);
  const [only, ...more] = targets;
  const single = only !== undefined && more.length === 0 && hasName(only, dsNamespace, 'SignatureValue');
  return single ? only.parent : undefined;
}

/** A signature put into another that does not speak of its value is no counter-signature of it. */
export function signsAnotherThan({ counterSigns }: FoundForeign, { references }: Gathered): boolean {
  if (counterSigns === undefined) return false;
  return !references.some(
    ({ target }) => target?.parent === counterSigns && hasName(target, dsNamespace, 'SignatureValue'),
  );
}
