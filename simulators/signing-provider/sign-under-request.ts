import { setImmediate as breathe } from 'node:timers/promises';
import { keyPair, type OpenKey, signOne } from '../remote-signing/signing/keys.ts';
import type { Provider } from './provider.ts';
import type { SigningRequest } from './signing-requests.ts';

const SIGNED_BETWEEN_BREATHS = 20;

/** Signatures (base64) of digests of an approved request, in the order asked; one already made is given again. */
export async function signUnderRequest(
  provider: Provider,
  request: SigningRequest,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const person = provider.people.byCredential(request.credentialId);
  if (provider.faults.take('wrongKey')) {
    // Well-formed signatures by a key that is nobody's; none is kept.
    const stranger = { kind: person.kind, key: (await keyPair(person.kind)).privateKey };
    return hashes.map((hash) => signatureOf(provider, stranger, hash));
  }
  const key = provider.people.openKey(person);
  for (const [index, hash] of hashes.entries()) {
    if (request.made.has(hash)) continue;
    request.made.set(hash, signatureOf(provider, key, hash));
    provider.timesSigned.set(hash, (provider.timesSigned.get(hash) ?? 0) + 1);
    if (index % SIGNED_BETWEEN_BREATHS === 0) await breathe();
  }
  return hashes.map((hash) => request.made.get(hash) ?? '');
}

function signatureOf({ settings }: Provider, key: OpenKey, hash: string): string {
  return Buffer.from(signOne(key, Buffer.from(hash, 'base64'), settings.ecdsaForm)).toString('base64');
}
