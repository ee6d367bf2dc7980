/**
 * Whether a school may name this address as its signing service. The install calls it from inside its own network, with
 * secrets: only hosts its operator listed, encrypted unless on this machine, and nothing in the address but the address.
 */
export function isListedService(url: string, hosts: readonly string[]): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || !hosts.includes(parsed.hostname)) return false;
  const { protocol, hostname, username, password, search, hash } = parsed;
  const encrypted = protocol === 'https:' || (protocol === 'http:' && onThisMachine.includes(hostname));
  return encrypted && [username, password, search, hash].every((part) => part === '');
}

const onThisMachine: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];
