/**
 * Constraints on names that are text. All answer undefined where the name or the constraint is not as it must be, and
 * then the name fails. @spec RFC 5280 4.2.1.10
 */

/** A host name, perhaps with a star in front as certificates of servers have it. */
const hostPattern = /^(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/;

/**
 * The domain itself and everything below it; the empty base is every domain. A base with a leading dot, which the standard
 * does not know and authorities write, is everything below only.
 */
export function isDomainWithin(domain: string, base: string): boolean | undefined {
  const name = domain.toLowerCase();
  const end = base.toLowerCase().replace(/^\./, '');
  if (!hostPattern.test(name) || !(base === '' || isPlainHost(end))) return undefined;
  return base === '' || name.endsWith(`.${end}`) || (name === end && !base.startsWith('.'));
}

/** A star stands for names below it too, so that it is excluded along with any of them. */
export function isDomainExcluded(domain: string, base: string): boolean | undefined {
  const inside = isDomainWithin(domain, base);
  if (inside !== false || !domain.startsWith('*.')) return inside;
  return base.toLowerCase().endsWith(domain.slice(1).toLowerCase());
}

/** A whole address, every address of a host, or of every host of a domain when the base begins with a dot. */
export function isEmailWithin(address: string, base: string): boolean | undefined {
  const parts = splitAddress(address);
  if (parts === undefined) return undefined;
  if (!base.includes('@')) return isHostWithin(parts.host, base);
  const wanted = splitAddress(base);
  return wanted && parts.local === wanted.local && parts.host === wanted.host;
}

/** The host of the address; a URI without one, or with an IP address there, cannot be within any constraint. */
export function isUriWithin(uri: string, base: string): boolean | undefined {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1];
  const host = authority
    ?.slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  if (host === undefined || !isPlainHost(host) || /^[\d.]+$/.test(host)) return undefined;
  return isHostWithin(host, base);
}

/** The very host, or any below the domain after a leading dot. */
function isHostWithin(host: string, base: string): boolean | undefined {
  const wanted = base.toLowerCase();
  if (wanted === '') return true;
  if (!isPlainHost(wanted.replace(/^\./, ''))) return undefined;
  return wanted.startsWith('.') ? host.endsWith(wanted) : host === wanted;
}

function isPlainHost(text: string): boolean {
  return hostPattern.test(text) && !text.startsWith('*');
}

/** The local part counts letter by letter, the host without regard to case. */
function splitAddress(address: string): { local: string; host: string } | undefined {
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  return at < 1 || !isPlainHost(host) ? undefined : { local: address.slice(0, at), host };
}
