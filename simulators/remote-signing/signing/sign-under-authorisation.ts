import { setImmediate as breathe } from 'node:timers/promises';
import { findAuthorisation, lockAuthorisation } from '../authorisation/authorisation-store.ts';
import { authorisationOfSad } from '../authorisation/sad.ts';
import type { Credential } from '../credentials/credential-store.ts';
import { invalidRequest } from '../csc-error.ts';
import { inTransaction, type Queryable } from '../database.ts';
import type { Bearer } from '../oauth/tokens.ts';
import type { Service } from '../service.ts';
import { makeKey, type OpenKey, openKey, signOne } from './keys.ts';

const SIGNED_BETWEEN_BREATHS = 20;

/** One signHash call, its fields checked one by one but not yet against the authorisation. */
export interface SigningRequest {
  readonly bearer: Bearer;
  readonly credential: Credential;
  readonly sad: string;
  readonly hashes: readonly string[];
}

/** Signs what is not yet signed and keeps it before anybody sees it. Base64, in the order asked. @throws CscError */
export async function signUnderAuthorisation(service: Service, request: SigningRequest): Promise<readonly string[]> {
  const authorisationId = authorisationOfSad(service.config, request.sad);
  if (authorisationId === undefined) throw invalidRequest('Invalid parameter SAD');
  if (service.faults.take('wrongKey')) return signWithStrangersKey(service, request);
  return inTransaction(service.pool, async (connection) => {
    await lockAuthorisation(connection, authorisationId);
    await requireAllowed(connection, request, authorisationId);
    const made = await madeSignatures(connection, authorisationId, request.hashes);
    const missing = request.hashes.filter((hash) => !made.has(hash));
    for (const [hash, signature] of await signAll(service, request.credential, missing)) made.set(hash, signature);
    await keep(
      connection,
      authorisationId,
      missing.map((hash) => [hash, made.get(hash)] as const),
    );
    return request.hashes.map((hash) => made.get(hash)?.toString('base64') ?? '');
  });
}

/** The authorisation is for this client, this key, these hashes, and not yet over. */
async function requireAllowed(
  database: Queryable,
  { bearer, credential, hashes }: SigningRequest,
  id: string,
): Promise<void> {
  const authorisation = await findAuthorisation(database, id);
  const isOurs =
    authorisation?.state === 'approved' &&
    authorisation.clientId === bearer.clientId &&
    authorisation.credentialId === credential.credentialId;
  if (!isOurs) throw invalidRequest('Invalid parameter SAD');
  if ((authorisation.sadSecondsLeft ?? 0) <= 0) throw invalidRequest('Invalid parameter SAD: it has expired');
  const allowed = new Set(authorisation.hashes);
  if (!hashes.every((hash) => allowed.has(hash))) throw invalidRequest('A hash is not among those the SAD authorises');
}

async function madeSignatures(
  database: Queryable,
  id: string,
  hashes: readonly string[],
): Promise<Map<string, Buffer>> {
  const { rows } = await database.query<{ hash: string; signature: Buffer }>(
    'select hash, signature from made_signature where authorisation_id = $1 and hash = any($2)',
    [id, hashes],
  );
  return new Map(rows.map(({ hash, signature }) => [hash, signature]));
}

async function signAll(
  service: Service,
  credential: Credential,
  hashes: readonly string[],
): Promise<[string, Buffer][]> {
  return hashes.length === 0 ? [] : signWith(openKey(service.config, credential), hashes, service.config.ecdsaForm);
}

async function signWith(
  key: OpenKey,
  hashes: readonly string[],
  ecdsaForm: 'raw' | 'der',
): Promise<[string, Buffer][]> {
  const signed: [string, Buffer][] = [];
  for (const hash of hashes) {
    signed.push([hash, Buffer.from(signOne(key, Buffer.from(hash, 'base64'), ecdsaForm))]);
    if (signed.length % SIGNED_BETWEEN_BREATHS === 0) await breathe();
  }
  return signed;
}

async function keep(
  database: Queryable,
  id: string,
  signed: readonly (readonly [string, Buffer | undefined])[],
): Promise<void> {
  if (signed.length === 0) return;
  await database.query(
    'insert into made_signature (authorisation_id, hash, signature) select $1, * from unnest($2::text[], $3::bytea[])',
    [id, signed.map(([hash]) => hash), signed.map(([, signature]) => signature)],
  );
}

/** The fault: well-formed signatures by a key that is nobody's. Nothing is kept. */
async function signWithStrangersKey(
  service: Service,
  { credential, hashes }: SigningRequest,
): Promise<readonly string[]> {
  const stranger = await makeKey(service.config, credential.kind);
  const key = openKey(service.config, { ...stranger, kind: credential.kind });
  return (await signWith(key, hashes, service.config.ecdsaForm)).map(([, signature]) => signature.toString('base64'));
}
