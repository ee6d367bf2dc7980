import type { FastifyInstance } from 'fastify';
import { CscError, invalidRequest } from '../remote-signing/csc-error.ts';
import { RequestFields } from '../remote-signing/request-fields.ts';
import { cutConnection } from '../signing-provider/cut-connection.ts';
import type { Provider } from '../signing-provider/provider.ts';
import { signUnderRequest } from '../signing-provider/sign-under-request.ts';
import type { SigningRequest } from '../signing-provider/signing-requests.ts';
import { BASE, requirePerson, requireServiceProvider, serialNumberOf } from './certificates.routes.ts';
import { answer, CODE } from './codes.ts';

type TransactionPath = { Params: { tranCode: string } };

/** One call puts a list on the phone; another tells what became of it, and hands out the signatures. */
export function signingRoutes(app: FastifyInstance, provider: Provider): void {
  app.post(`${BASE}/signatures/sign`, async (request, reply) => {
    const asked = ask(provider, new RequestFields(request.body));
    if (provider.faults.take('cutAfterAsking')) return cutConnection(request, reply);
    return answer(CODE.accepted, 'Success', { tran_code: asked.requestId, transaction_id: asked.name });
  });

  app.post<TransactionPath>(`${BASE}/signatures/sign/:tranCode/status`, async (request, reply) => {
    const clientId = requireServiceProvider(provider, new RequestFields(request.body));
    const asked = provider.requests.find(request.params.tranCode);
    if (asked?.clientId !== clientId) return reply.status(404).send(answer(CODE.notFound, 'Unknown tran_code'));
    if (asked.state !== 'approved') return outcomeOf(asked);
    await provider.faults.before();
    const signatures = await signUnderRequest(provider, asked, asked.hashes);
    if (provider.faults.take('cutAfterSigning')) return cutConnection(request, reply);
    return signedAnswer(asked, provider.faults.spoil(signatures));
  });
}

/** Every value beside the `doc_id` of its place; a spoilt list puts wrong values at right names. */
export function signedAnswer(asked: SigningRequest, values: readonly string[]) {
  const signatures = values.map((value, index) => ({
    doc_id: asked.documentIds?.[index] ?? '',
    signature_value: value,
    timestamp_signature: null,
  }));
  return answer(CODE.signed, 'Signed', { transaction_id: asked.name, signatures });
}

export function outcomeOf({ state }: SigningRequest) {
  switch (state) {
    case 'pending':
      return answer(CODE.waiting, 'Waiting for the user');
    case 'rejected':
      return answer(CODE.rejected, 'The user rejected the request');
    case 'approved':
    case 'expired':
      return answer(CODE.expired, 'The request expired');
  }
}

function ask(provider: Provider, fields: RequestFields): SigningRequest {
  const clientId = requireServiceProvider(provider, fields);
  const person = requirePerson(provider, fields);
  if (person.status !== 'enabled' || person.certificates.length === 0)
    throw new CscError('access_denied', 'The certificate cannot sign');
  if (fields.string('serial_number').toUpperCase() !== serialNumberOf(person))
    throw invalidRequest('Unknown serial_number');
  const files = fields.objects('sign_files');
  if (files.length === 0) throw invalidRequest('Empty sign_files');
  if (files.length > person.multisign) throw invalidRequest(`Too many sign_files: at most ${person.multisign}`);
  const hashes = files.map(digestOf);
  if (new Set(hashes).size !== hashes.length) throw invalidRequest('Invalid sign_files: a digest stands twice');
  return provider.requests.ask(person, {
    clientId,
    hashes,
    labels: files.map((file, index) => file.optionalString('doc_name') ?? `Tài liệu ${index + 1}`),
    documentIds: files.map((file) => file.string('doc_id')),
    description: fields.optionalString('transaction_desc') ?? '',
    name: fields.string('transaction_id'),
  });
}

/** Hex on the wire, base64 inside. @throws CscError */
function digestOf(file: RequestFields): string {
  file.oneOf('sign_type', ['hash']);
  const digest = file.string('data_to_be_signed');
  if (!/^[0-9a-fA-F]{64}$/.test(digest)) throw invalidRequest('Invalid data_to_be_signed: SHA-256 in hex');
  return Buffer.from(digest, 'hex').toString('base64');
}
