import type { Canonicalisation, XmlElement } from '../../xml/index.ts';
import { exclusiveC14n } from '../names.ts';
import { algorithmOf, attribute, optionalMember } from './foreign-members.ts';
import { EvidenceRefusal } from './problems.ts';

const c14n10 = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const c14n11 = 'http://www.w3.org/2006/12/xml-c14n11';

const methods: Readonly<Record<string, Canonicalisation>> = {
  [exclusiveC14n]: { form: 'exclusive' },
  [`${exclusiveC14n}WithComments`]: { form: 'exclusive', comments: true },
  [c14n10]: { form: 'inclusive-1.0' },
  [`${c14n10}#WithComments`]: { form: 'inclusive-1.0', comments: true },
  [c14n11]: { form: 'inclusive-1.1' },
  [`${c14n11}#WithComments`]: { form: 'inclusive-1.1', comments: true },
};

/** What is done where nothing is said. @spec XMLDSig 1.1 4.4.3.2 */
export const defaultCanonicalisation: Canonicalisation = { form: 'inclusive-1.0' };

/** The canonicalisation an element names by its Algorithm, or undefined where it names none. Throws EvidenceRefusal. */
export function namedCanonicalisation(element: XmlElement): Canonicalisation | undefined {
  const named = methods[algorithmOf(element)];
  if (named?.form !== 'exclusive') return named;
  const list = optionalMember(element, exclusiveC14n, 'InclusiveNamespaces');
  return list === undefined ? named : { ...named, inclusivePrefixes: prefixesIn(list) };
}

export function requiredCanonicalisation(element: XmlElement): Canonicalisation {
  const named = namedCanonicalisation(element);
  if (named === undefined) throw new EvidenceRefusal('canonicalisation-not-allowed', element);
  return named;
}

function prefixesIn(list: XmlElement): readonly string[] {
  const prefixes = attribute(list, 'PrefixList').split(/[ \t\r\n]+/);
  return prefixes.filter((prefix) => prefix !== '').map((prefix) => (prefix === '#default' ? '' : prefix));
}
