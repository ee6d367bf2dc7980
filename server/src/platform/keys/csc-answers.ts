import { ServiceError } from './service-http.ts';
import type { ServiceCredential } from './signing-service.ts';

type Body = Readonly<Record<string, unknown>>;

/** `credentials/info`, alike in both versions of the API. @throws ServiceError `invalid_answer`. */
export function readCredentialInfo(credentialId: string, body: Body): ServiceCredential {
  const cert = body['cert'] as { certificates?: string[] } | undefined;
  const key = body['key'] as { status?: string } | undefined;
  const [leaf, ...chain] = (cert?.certificates ?? []).map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  if (!leaf) throw new ServiceError('invalid_answer', `credential ${credentialId} has no certificate`);
  const multisign = Number(body['multisign'] ?? 1);
  return { credentialId, certificate: leaf, chain, enabled: key?.status === 'enabled', multisign };
}

/** `signatures/signHash`, alike in both versions. @throws ServiceError `invalid_answer`. */
export function readSignatures(body: Body): Uint8Array[] {
  const signatures = body['signatures'];
  if (!Array.isArray(signatures)) throw new ServiceError('invalid_answer', 'signatures missing');
  return signatures.map((text) => Buffer.from(String(text), 'base64'));
}
