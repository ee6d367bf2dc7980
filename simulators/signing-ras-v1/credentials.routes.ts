import type { FastifyInstance } from 'fastify';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';
import { RequestFields } from '../remote-signing/request-fields.ts';
import { KEY_FACTS } from '../remote-signing/signing/keys.ts';
import type { Person } from '../signing-provider/people.ts';
import type { Provider } from '../signing-provider/provider.ts';
import type { Bearer, Tokens } from './tokens.ts';

export const BASE = '/adss/service/ras';

/** Which keys a person has here. */
export function credentialRoutes(app: FastifyInstance, provider: Provider, tokens: Tokens): void {
  app.post(`${BASE}/v1/login`, async (request) => {
    const fields = new RequestFields(request.body);
    fields.string('profile_id');
    return tokens.issue({
      clientId: fields.string('client_id'),
      clientSecret: fields.string('client_secret'),
      userId: fields.string('user_id'),
    });
  });
  app.post(`${BASE}/csc/v1/credentials/list`, async (request) => {
    const { userId } = tokens.bearerOf(request.headers.authorization);
    const person = provider.people.find(userId);
    return { credentialIDs: person && person.certificates.length > 0 ? [person.credentialId] : [] };
  });
  app.post(`${BASE}/csc/v1/credentials/info`, async (request) => {
    const bearer = tokens.bearerOf(request.headers.authorization);
    const fields = new RequestFields(request.body);
    const person = requireOwn(provider, bearer, fields.string('credentialID'));
    const shown = fields.oneOf('certificates', ['none', 'single', 'chain'], 'single');
    const certificates = shown === 'single' ? person.certificates.slice(0, 1) : person.certificates;
    return {
      key: { status: person.status, ...KEY_FACTS[person.kind] },
      cert: { status: 'valid', ...(shown === 'none' ? {} : { certificates }) },
      authMode: 'explicit',
      SCAL: '2',
      multisign: person.multisign,
      lang: 'vi',
    };
  });
}

/** @throws CscError unless the credential is the bearer's own. */
export function requireOwn(provider: Provider, { userId }: Bearer, credentialId: string): Person {
  const person = provider.people.byCredential(credentialId);
  if (person.userId !== userId) throw invalidRequest('Invalid parameter credentialID');
  return person;
}

/** … and able to sign. @throws CscError */
export function requireUsable(person: Person): Person {
  if (person.status !== 'enabled') throw new CscError('access_denied', 'The credential is disabled');
  if (person.certificates.length === 0) throw new CscError('access_denied', 'The credential has no certificate yet');
  return person;
}
