import type { FastifyInstance } from 'fastify';
import { cutConnection } from '../../signing-provider/cut-connection.ts';
import { requireHashes } from '../authorisation/hashes.ts';
import { requireCredential, requireUsable } from '../credentials/credential-store.ts';
import { invalidRequest } from '../csc-error.ts';
import { requireBearer } from '../oauth/tokens.ts';
import { RequestFields } from '../request-fields.ts';
import type { Service } from '../service.ts';
import { KEY_FACTS } from './keys.ts';
import { signUnderAuthorisation } from './sign-under-authorisation.ts';

/** Signatures over digests that the owner of the key has approved. */
export function signHashRoutes(app: FastifyInstance, service: Service): void {
  app.post('/csc/v2/signatures/signHash', async (request, reply) => {
    await service.faults.before();
    const bearer = await requireBearer(service.pool, request.headers.authorization);
    const fields = new RequestFields(request.body);
    const credential = await requireCredential(service.pool, bearer, fields.string('credentialID'));
    requireUsable(credential);
    const sad = fields.string('SAD');
    const hashes = requireHashes(fields.strings('hashes'), fields.string('hashAlgorithmOID'));
    if (hashes.length > credential.multisign) throw invalidRequest(`Too many hashes: at most ${credential.multisign}`);
    if (!KEY_FACTS[credential.kind].algo.includes(fields.string('signAlgo')))
      throw invalidRequest('Invalid parameter signAlgo: not one of this key');
    const signatures = await signUnderAuthorisation(service, { bearer, credential, sad, hashes });
    if (!service.faults.take('cutAfterSigning')) return { signatures: service.faults.spoil(signatures) };
    return cutConnection(request, reply);
  });
}
