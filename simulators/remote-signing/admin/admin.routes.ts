import type { FastifyInstance } from 'fastify';
import { findCredential } from '../credentials/credential-store.ts';
import { CscError, invalidRequest } from '../csc-error.ts';
import { RequestFields } from '../request-fields.ts';
import { isSameSecret } from '../secrets.ts';
import type { Service } from '../service.ts';
import { enrolUser } from './enrol-user.ts';
import { leafFits } from './leaf-fits.ts';

type CredentialPath = { Params: { credentialId: string } };

/** The service's office: people, their certificates, and faults on demand. */
export function adminRoutes(app: FastifyInstance, service: Service): void {
  app.register(async (office) => {
    office.addHook('onRequest', async (request) => {
      const given = request.headers.authorization ?? '';
      if (!isSameSecret(given, `Bearer ${service.config.adminToken}`))
        throw new CscError('invalid_token', 'Wrong admin token');
    });

    office.post('/admin/users', async (request) => enrolUser(service, new RequestFields(request.body)));

    office.put<CredentialPath>('/admin/credentials/:credentialId/certificate', async (request) => {
      const credential = await requireKnown(service, request.params.credentialId);
      const certificates = new RequestFields(request.body)
        .strings('certificates')
        .map((text) => Buffer.from(text, 'base64'));
      if (!leafFits(certificates[0], credential.publicKey))
        throw invalidRequest('The first certificate is not for this key');
      await service.pool.query('update credential set certificates = $2 where credential_id = $1', [
        credential.credentialId,
        certificates,
      ]);
      return { credentialId: credential.credentialId };
    });

    office.put<CredentialPath>('/admin/credentials/:credentialId/status', async (request) => {
      const credential = await requireKnown(service, request.params.credentialId);
      const status = new RequestFields(request.body).oneOf('status', ['enabled', 'disabled']);
      await service.pool.query('update credential set status = $2 where credential_id = $1', [
        credential.credentialId,
        status,
      ]);
      return { credentialId: credential.credentialId };
    });

    office.put('/admin/faults', async (request) => service.faults.set(request.body));
  });
}

async function requireKnown(service: Service, credentialId: string) {
  const credential = await findCredential(service.pool, credentialId);
  if (credential === undefined) throw invalidRequest('Unknown credentialId');
  return credential;
}
