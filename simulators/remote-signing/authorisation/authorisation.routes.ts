import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { cutConnection } from '../../signing-provider/cut-connection.ts';
import { type Credential, requireCredential, requireUsable } from '../credentials/credential-store.ts';
import { CscError, invalidRequest } from '../csc-error.ts';
import { type Bearer, requireBearer } from '../oauth/tokens.ts';
import { RequestFields } from '../request-fields.ts';
import type { Service } from '../service.ts';
import { type Authorisation, findAuthorisation } from './authorisation-store.ts';
import { readLabels, rootOfList } from './client-data.ts';
import { requireHashes } from './hashes.ts';
import { sadOf } from './sad.ts';

/** Asking the owner of a key, and asking whether they have answered. */
export function authorisationRoutes(app: FastifyInstance, service: Service): void {
  app.post('/csc/v2/credentials/authorize', async (request, reply) => {
    const bearer = await requireBearer(service.pool, request.headers.authorization);
    const fields = new RequestFields(request.body);
    const credential = await requireCredential(service.pool, bearer, fields.string('credentialID'));
    requireUsable(credential);
    if (fields.optionalString('operationMode') !== 'A')
      throw invalidRequest('Invalid parameter operationMode: only A, the owner answers on the phone');
    const responseID = await ask(service, { bearer, credential, fields });
    return service.faults.take('cutAfterAsking') ? cutConnection(request, reply) : { responseID };
  });

  app.post('/csc/v2/credentials/authorizeCheck', async (request, reply) => {
    const bearer = await requireBearer(service.pool, request.headers.authorization);
    const responseID = new RequestFields(request.body).string('responseID');
    const authorisation = await findAuthorisation(service.pool, responseID);
    if (authorisation === undefined || !mayAsk(bearer, authorisation))
      throw invalidRequest('Invalid parameter responseID');
    if (authorisation.state === 'pending' && !authorisation.isLate)
      return reply.status(202).send({ responseID, status: 'pending' });
    return answerOf(service, authorisation);
  });
}

function mayAsk(bearer: Bearer, authorisation: Authorisation): boolean {
  return (
    bearer.clientId === authorisation.clientId && (bearer.userId === null || bearer.userId === authorisation.userId)
  );
}

function answerOf(service: Service, authorisation: Authorisation) {
  const { authorisationId, state, sadSecondsLeft } = authorisation;
  if (state === 'rejected')
    throw new CscError('access_denied', 'The signatory rejected the request', { status: 'rejected' });
  if (sadSecondsLeft === null || sadSecondsLeft <= 0)
    throw new CscError('access_denied', 'The request or its approval expired', { status: 'expired' });
  return {
    responseID: authorisationId,
    SAD: sadOf(service.config, authorisationId),
    expiresIn: Math.floor(sadSecondsLeft),
  };
}

interface Asked {
  readonly bearer: Bearer;
  readonly credential: Credential;
  readonly fields: RequestFields;
}

/** Puts the request on the phone; the same request that still waits is not put there twice. */
async function ask(service: Service, { bearer, credential, fields }: Asked): Promise<string> {
  const hashAlgorithm = fields.string('hashAlgorithmOID');
  const hashes = requireHashes(fields.strings('hashes'), hashAlgorithm);
  const count = fields.positiveInteger('numSignatures');
  if (count !== hashes.length) throw invalidRequest('Invalid parameter numSignatures: it must be the number of hashes');
  if (count > credential.multisign)
    throw invalidRequest(`Invalid parameter numSignatures: at most ${credential.multisign}`);
  const labels = readLabels(fields.optionalString('clientData'), hashes);
  const description = fields.optionalString('description') ?? '';
  const root = rootOfList(hashes);
  const { rows: waiting } = await service.pool.query<{ authorisation_id: string }>(
    `select authorisation_id from authorisation where client_id = $1 and credential_id = $2 and list_root = $3 and description = $4
       and labels = $5 and state = 'pending' and expires_at > now()`,
    [bearer.clientId, credential.credentialId, root, description, labels],
  );
  if (waiting[0] !== undefined) return waiting[0].authorisation_id;
  const authorisationId = randomUUID();
  await service.pool.query(
    `insert into authorisation (authorisation_id, client_id, user_id, credential_id, hashes, hash_algorithm, list_root, description, labels, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(secs => $10))`,
    [
      authorisationId,
      bearer.clientId,
      credential.userId,
      credential.credentialId,
      hashes,
      hashAlgorithm,
      root,
      description,
      labels,
      service.config.authorisationSeconds,
    ],
  );
  return authorisationId;
}
