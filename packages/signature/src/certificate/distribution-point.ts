import { childrenOf, DerMembers, type DerValue, insideExplicit } from '../der/reader.ts';
import { readBitPositions } from '../der/simple-values.ts';
import { contextTag } from '../der/tags.ts';
import { type DistinguishedName, extendName } from './distinguished-name.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';

/** Where revocation lists about a certificate come from. @spec RFC 5280 4.2.1.13 */
export interface DistributionPoint {
  readonly name?: DistributionPointName;
  /** Bit positions of ReasonFlags; absent: lists from here speak about every reason. */
  readonly reasons?: ReadonlySet<number>;
  /** Who signs these lists, where it is not the certificate’s issuer. */
  readonly crlIssuer: readonly GeneralName[];
}

/** Given in full, or as what is to be added to the name of whoever signs the list. */
export type DistributionPointName = { readonly full: readonly GeneralName[] } | { readonly relative: DerValue };

/** Throws `der-malformed`. */
export function readDistributionPoints(value: DerValue): readonly DistributionPoint[] {
  return childrenOf(value).map((point) => {
    const members = new DerMembers(point);
    const name = members.takeIf(contextTag(0));
    const reasons = members.takeIf(contextTag(1, 'primitive'));
    const issuer = members.takeIf(contextTag(2));
    members.end();
    return {
      ...(name && { name: readPointName(insideExplicit(name)) }),
      ...(reasons && { reasons: readBitPositions(reasons, reasons.tag) }),
      crlIssuer: issuer === undefined ? [] : childrenOf(issuer, issuer.tag).map(readGeneralName),
    };
  });
}

/** Throws `der-malformed`. */
export function readPointName(value: DerValue): DistributionPointName {
  if (value.tag === contextTag(1)) return { relative: value };
  return { full: childrenOf(value, contextTag(0)).map(readGeneralName) };
}

/** The names in full, a relative one added to those it is relative to. */
export function fullPointNames(
  name: DistributionPointName,
  relativeTo: readonly DistinguishedName[],
): readonly GeneralName[] {
  if ('full' in name) return name.full;
  return relativeTo.map((base) => ({ kind: 'directoryName', name: extendName(base, name.relative) }));
}

export function urlsOfPoints(points: readonly DistributionPoint[] = []): readonly string[] {
  return points.flatMap(({ name }) => (name === undefined ? [] : urlsOfPointName(name)));
}

export function urlsOfPointName(name: DistributionPointName): readonly string[] {
  if (!('full' in name)) return [];
  return name.full.flatMap((general) => (general.kind === 'uri' ? [general.text] : []));
}
