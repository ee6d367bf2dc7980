import { X509Certificate } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';
import { RequestFields } from '../remote-signing/request-fields.ts';
import { isSameSecret } from '../remote-signing/secrets.ts';
import type { Person } from '../signing-provider/people.ts';
import type { Provider } from '../signing-provider/provider.ts';
import { answer, CODE } from './codes.ts';

export const BASE = '/sca/sp769/v1';

/** The certificates of a person. */
export function certificateRoutes(app: FastifyInstance, provider: Provider): void {
  app.post(`${BASE}/credentials/get_certificate`, async (request) => {
    const fields = new RequestFields(request.body);
    requireServiceProvider(provider, fields);
    const person = requirePerson(provider, fields);
    const certificates = person.certificates.length > 0 ? [describe(person)] : [];
    return answer(CODE.accepted, 'Success', { user_certificates: certificates });
  });
}

/** @throws CscError unless `sp_id` and `sp_password` are those of a client. */
export function requireServiceProvider(provider: Provider, fields: RequestFields): string {
  const id = fields.string('sp_id');
  const client = provider.settings.clients.find(({ clientId }) => clientId === id);
  if (!client || !isSameSecret(client.clientSecret, fields.string('sp_password')))
    throw new CscError('invalid_client', 'Unknown sp_id or wrong sp_password');
  return id;
}

/** @throws CscError */
export function requirePerson(provider: Provider, fields: RequestFields): Person {
  const person = provider.people.find(fields.string('user_id'));
  if (!person) throw invalidRequest('Unknown user_id');
  return person;
}

/** The serial number as certificates show it: upper-case hex. */
export function serialNumberOf({ certificates: [leaf = ''] }: Person): string {
  return new X509Certificate(Buffer.from(leaf, 'base64')).serialNumber;
}

function describe(person: Person) {
  const [leaf = '', issuer = '', root = ''] = person.certificates;
  const certificate = new X509Certificate(Buffer.from(leaf, 'base64'));
  return {
    cert_id: person.credentialId,
    service_type: 'SMARTCA',
    cert_status: person.status === 'enabled' ? 'Đang hoạt động' : 'Tạm dừng',
    cert_status_code: person.status === 'enabled' ? 'VALID' : 'SUSPENDED',
    serial_number: certificate.serialNumber,
    cert_subject: certificate.subject,
    cert_valid_from: new Date(certificate.validFrom).toISOString(),
    cert_valid_to: new Date(certificate.validTo).toISOString(),
    cert_data: leaf,
    chain_data: { ca_cert: issuer, root_cert: root },
  };
}
