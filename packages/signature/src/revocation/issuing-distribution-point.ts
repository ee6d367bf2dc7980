import { type DistributionPointName, readPointName } from '../certificate/distribution-point.ts';
import { DerMembers, type DerValue, insideExplicit } from '../der/reader.ts';
import { readBitPositions, readBoolean } from '../der/simple-values.ts';
import { contextTag } from '../der/tags.ts';

/** Of which certificates, and for which reasons, a list speaks. @spec RFC 5280 5.2.5 */
export interface IssuingDistributionPoint {
  readonly name?: DistributionPointName;
  readonly onlyUserCertificates: boolean;
  readonly onlyAuthorityCertificates: boolean;
  readonly onlyAttributeCertificates: boolean;
  /** Bit positions of ReasonFlags; absent: every reason. */
  readonly onlySomeReasons?: ReadonlySet<number>;
  /** Also of certificates others issued. */
  readonly indirect: boolean;
  /** As in the file: two lists belong together only when these are the same. */
  readonly der: Uint8Array;
}

/** Throws `der-malformed`. */
export function readIssuingDistributionPoint(value: DerValue): IssuingDistributionPoint {
  const members = new DerMembers(value);
  const name = members.takeIf(contextTag(0));
  const flag = (number: number) => {
    const member = members.takeIf(contextTag(number, 'primitive'));
    return member !== undefined && readBoolean(member, member.tag);
  };
  const onlyUserCertificates = flag(1);
  const onlyAuthorityCertificates = flag(2);
  const reasons = members.takeIf(contextTag(3, 'primitive'));
  const indirect = flag(4);
  const onlyAttributeCertificates = flag(5);
  members.end();
  return {
    ...(name && { name: readPointName(insideExplicit(name)) }),
    ...{ onlyUserCertificates, onlyAuthorityCertificates, onlyAttributeCertificates, indirect, der: value.bytes },
    ...(reasons && { onlySomeReasons: readBitPositions(reasons, reasons.tag) }),
  };
}
