import type { FastifyInstance } from 'fastify';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';
import { RequestFields } from '../remote-signing/request-fields.ts';
import { isSameSecret } from '../remote-signing/secrets.ts';
import { KEY_KINDS } from '../remote-signing/signing/keys.ts';
import type { Provider } from './provider.ts';

type CredentialPath = { Params: { credentialId: string } };

/** The service's office: people, their certificates, faults on demand, and how often each digest was signed. */
export function officeRoutes(app: FastifyInstance, provider: Provider): void {
  const { settings, people, faults } = provider;
  app.register(async (office) => {
    office.addHook('onRequest', async (request) => {
      if (!isSameSecret(request.headers.authorization ?? '', `Bearer ${settings.adminToken}`))
        throw new CscError('invalid_token', 'Wrong admin token');
    });
    office.post('/admin/users', async (request) => {
      const fields = new RequestFields(request.body);
      const { userId, credentialId, publicKey } = await people.enrol({
        userId: fields.string('userId'),
        fullName: fields.string('fullName'),
        pin: requirePinShape(fields.string('pin')),
        kind: fields.oneOf('algorithm', KEY_KINDS, 'p-256'),
        multisign: fields.optionalPositiveInteger('multisign') ?? settings.multisign,
      });
      return { userId, credentialId, publicKey };
    });
    office.put<CredentialPath>('/admin/credentials/:credentialId/certificate', async ({ params, body }) => {
      const { credentialId } = people.certify(params.credentialId, new RequestFields(body).strings('certificates'));
      return { credentialId };
    });
    office.put<CredentialPath>('/admin/credentials/:credentialId/status', async ({ params, body }) => {
      const status = new RequestFields(body).oneOf('status', ['enabled', 'disabled']);
      return { credentialId: people.setStatus(params.credentialId, status).credentialId };
    });
    office.put('/admin/faults', async (request) => faults.set(request.body));
    office.get('/admin/signed', async () => ({ timesSigned: Object.fromEntries(provider.timesSigned) }));
  });
}

function requirePinShape(pin: string): string {
  if (!/^\d{6,12}$/.test(pin)) throw invalidRequest('Invalid parameter pin: 6 to 12 digits');
  return pin;
}
