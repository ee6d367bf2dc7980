import type { Certificate, NameConstraints } from './certificate.ts';
import { isBelowName } from './distinguished-name.ts';
import type { GeneralName } from './general-name.ts';

/**
 * Whether every name of the certificate lies inside what each authority above permits and outside what it excludes.
 * A constraint on a kind of name we cannot compare fails every name of that kind. @spec RFC 5280 4.2.1.10
 */
export function namesAllowed(certificate: Certificate, constraints: readonly NameConstraints[]): boolean {
  const names = namesOf(certificate);
  return constraints.every(({ permitted, excluded }) =>
    names.every((name) => {
      const permittedOfKind = permitted.filter((base) => sameKind(name, base));
      const inside = permittedOfKind.length === 0 || permittedOfKind.some((base) => within(name, base) === true);
      return inside && excluded.every((base) => !sameKind(name, base) || within(name, base) === false);
    }),
  );
}

function namesOf({ subject, extensions }: Certificate): readonly GeneralName[] {
  const alternative = extensions.subjectAltNames;
  const hasEmail = alternative.some(({ kind }) => kind === 'email');
  const subjectEmail: GeneralName[] =
    hasEmail || subject.email === undefined ? [] : [{ kind: 'email', text: subject.email }];
  const subjectName: GeneralName[] = subject.comparable.length === 0 ? [] : [{ kind: 'directoryName', name: subject }];
  return [...subjectName, ...subjectEmail, ...alternative];
}

function sameKind(a: GeneralName, b: GeneralName): boolean {
  return a.kind === b.kind && (a.kind !== 'other' || b.kind !== 'other' || a.tag === b.tag);
}

/** undefined where nobody here can tell. */
function within(name: GeneralName, base: GeneralName): boolean | undefined {
  if (name.kind === 'directoryName' && base.kind === 'directoryName') return isBelowName(name.name, base.name);
  if (name.kind === 'dns' && base.kind === 'dns') return isBelowDomain(name.text, base.text);
  if (name.kind === 'email' && base.kind === 'email') return isEmailWithin(name.text, base.text);
  if (name.kind === 'ip' && base.kind === 'ip') return isAddressWithin(name.bytes, base.bytes);
  return undefined;
}

function isBelowDomain(domain: string, base: string): boolean {
  const [name, end] = [domain.toLowerCase(), base.toLowerCase()];
  return end === '' || name === end || name.endsWith(`.${end}`);
}

/** A whole address, a host, or every host of a domain when it begins with a dot. */
function isEmailWithin(address: string, base: string): boolean {
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  if (base.includes('@')) {
    const baseAt = base.lastIndexOf('@');
    return address.slice(0, at) === base.slice(0, baseAt) && host === base.slice(baseAt + 1).toLowerCase();
  }
  return base.startsWith('.') ? host.endsWith(base.toLowerCase()) : host === base.toLowerCase();
}

/** The base is an address followed by a mask of the same length. */
function isAddressWithin(address: Uint8Array, base: Uint8Array): boolean {
  if (base.length !== 2 * address.length) return false;
  return address.every((byte, i) => {
    const mask = base[address.length + i] ?? 0xff;
    return (byte & mask) === ((base[i] ?? 0) & mask);
  });
}
