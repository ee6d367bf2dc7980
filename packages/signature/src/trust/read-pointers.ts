import { childElements, type XmlElement } from '../xml/index.ts';
import { certificatesOf } from './read-identity.ts';
import type { TrustedListPointer } from './trusted-list.ts';
import { child, childText } from './trusted-list-elements.ts';

/** The other lists a list speaks of. @spec TS 119 612 5.3.13 */
export function readPointers(scheme: XmlElement, omitted: string[]): readonly TrustedListPointer[] {
  const pointers = child(scheme, 'PointersToOtherTSL');
  return (pointers === undefined ? [] : childElements(pointers)).map((pointer) => {
    const identities = child(pointer, 'ServiceDigitalIdentities');
    const signers = (identities === undefined ? [] : childElements(identities)).flatMap((identity) =>
      certificatesOf(identity, omitted),
    );
    return { territory: territoryOf(pointer), signers };
  });
}

function territoryOf(pointer: XmlElement): string {
  const additional = child(pointer, 'AdditionalInformation');
  const said = (additional === undefined ? [] : childElements(additional)).map((one) =>
    childText(one, 'SchemeTerritory'),
  );
  return said.find((territory) => territory !== undefined) ?? '';
}
