import type { FastifyInstance } from 'fastify';
import { requireHashes } from '../remote-signing/authorisation/hashes.ts';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';
import { RequestFields } from '../remote-signing/request-fields.ts';
import { KEY_FACTS, SHA256 } from '../remote-signing/signing/keys.ts';
import { cutConnection } from '../signing-provider/cut-connection.ts';
import type { Provider } from '../signing-provider/provider.ts';
import { requestOfSad, sadOfRequest } from '../signing-provider/request-sad.ts';
import { signUnderRequest } from '../signing-provider/sign-under-request.ts';
import type { SigningRequest } from '../signing-provider/signing-requests.ts';
import { BASE, requireOwn, requireUsable } from './credentials.routes.ts';
import type { Bearer, Tokens } from './tokens.ts';

/** Asking the owner of a key, which takes as long as they need to answer; then signatures. */
export function signingRoutes(app: FastifyInstance, provider: Provider, tokens: Tokens): void {
  app.post(`${BASE}/csc/v1/credentials/authorize`, async (request, reply) => {
    const bearer = tokens.bearerOf(request.headers.authorization);
    const asked = ask(provider, bearer, new RequestFields(request.body));
    if (provider.faults.take('cutAfterAsking')) return cutConnection(request, reply);
    return answerOf(provider, await provider.requests.answered(asked));
  });

  app.post(`${BASE}/csc/v1/signatures/signHash`, async (request, reply) => {
    await provider.faults.before();
    const bearer = tokens.bearerOf(request.headers.authorization);
    const fields = new RequestFields(request.body);
    const person = requireUsable(requireOwn(provider, bearer, fields.string('credentialID')));
    const hashes = requireHashes(fields.strings('hash'), fields.string('hashAlgo'));
    if (!KEY_FACTS[person.kind].algo.includes(fields.string('signAlgo')))
      throw invalidRequest('Invalid parameter signAlgo: not one of this key');
    const approved = requireApproved(provider, bearer, { sad: fields.string('SAD'), hashes });
    const signatures = await signUnderRequest(provider, approved, hashes);
    if (provider.faults.take('cutAfterSigning')) return cutConnection(request, reply);
    return { signatures: provider.faults.spoil(signatures) };
  });
}

function ask(provider: Provider, bearer: Bearer, fields: RequestFields): SigningRequest {
  const person = requireUsable(requireOwn(provider, bearer, fields.string('credentialID')));
  const hashes = requireHashes(fields.strings('hash'), fields.optionalString('hashAlgo') ?? SHA256);
  if (fields.positiveInteger('numSignatures') !== hashes.length)
    throw invalidRequest('Invalid parameter numSignatures: it must be the number of hashes');
  if (hashes.length > person.multisign)
    throw invalidRequest(`Invalid parameter numSignatures: at most ${person.multisign}`);
  return provider.requests.ask(person, {
    clientId: bearer.clientId,
    hashes,
    labels: labelsOf(fields, hashes.length),
    description: fields.optionalString('description') ?? '',
  });
}

/** `documents[]` is shown on the phone, one for each hash, in their order. @throws CscError */
function labelsOf(fields: RequestFields, count: number): string[] {
  const names = fields.objects('documents').map((document) => document.string('document_name'));
  if (names.length !== count) throw invalidRequest('Invalid parameter documents: one for each hash');
  return names;
}

function answerOf({ settings }: Provider, request: SigningRequest) {
  switch (request.state) {
    case 'approved':
      return {
        SAD: sadOfRequest(settings, request.requestId),
        expiresIn: Math.max(1, Math.floor((request.until - Date.now()) / 1000)),
      };
    case 'rejected':
      throw new CscError('access_denied', 'The signatory rejected the request', { status: 'rejected' });
    case 'pending':
    case 'expired':
      throw new CscError('access_denied', 'The signatory did not answer in time', { status: 'expired' });
  }
}

/** The SAD is for this client, this key, these hashes, and not yet over. @throws CscError */
function requireApproved(provider: Provider, bearer: Bearer, given: { sad: string; hashes: readonly string[] }) {
  const request = provider.requests.find(requestOfSad(provider.settings, given.sad) ?? '');
  const ours = request?.clientId === bearer.clientId && request.userId === bearer.userId;
  if (!request || !ours) throw invalidRequest('Invalid parameter SAD');
  if (request.state !== 'approved') throw invalidRequest('Invalid parameter SAD: it has expired');
  const allowed = new Set(request.hashes);
  if (!given.hashes.every((hash) => allowed.has(hash)))
    throw invalidRequest('A hash is not among those the SAD authorises');
  return request;
}
