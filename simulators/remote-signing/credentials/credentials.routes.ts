import type { FastifyInstance } from 'fastify';
import { invalidRequest } from '../csc-error.ts';
import { type Bearer, requireBearer } from '../oauth/tokens.ts';
import { RequestFields } from '../request-fields.ts';
import type { Service } from '../service.ts';
import { KEY_FACTS } from '../signing/keys.ts';
import { type Credential, credentialsOf, requireCredential } from './credential-store.ts';

const SHOWN = ['none', 'single', 'chain'] as const;

/** Which keys a person has here. */
export function credentialRoutes(app: FastifyInstance, { pool }: Service): void {
  app.post('/csc/v2/credentials/list', async (request) => {
    const bearer = await requireBearer(pool, request.headers.authorization);
    const fields = new RequestFields(request.body);
    const certificates = fields.oneOf('certificates', SHOWN, 'single');
    const credentials = await credentialsOf(pool, listedUser(bearer, fields.optionalString('userID')));
    const infos = credentials.map((credential) => ({
      credentialID: credential.credentialId,
      ...infoOf(credential, certificates),
    }));
    return {
      credentialIDs: credentials.map(({ credentialId }) => credentialId),
      ...(fields.boolean('credentialInfo') ? { credentialInfos: infos } : {}),
    };
  });

  app.post('/csc/v2/credentials/info', async (request) => {
    const bearer = await requireBearer(pool, request.headers.authorization);
    const fields = new RequestFields(request.body);
    const certificates = fields.oneOf('certificates', SHOWN, 'single');
    return infoOf(await requireCredential(pool, bearer, fields.string('credentialID')), certificates);
  });
}

function listedUser(bearer: Bearer, userId: string | undefined): string {
  if (bearer.userId !== null && userId !== undefined)
    throw invalidRequest('userID is not allowed with a person’s token');
  const listed = bearer.userId ?? userId;
  if (listed === undefined) throw invalidRequest('Missing (or invalid type) string parameter userID');
  return listed;
}

function infoOf(credential: Credential, shown: (typeof SHOWN)[number]) {
  const chain = credential.certificates.map((der) => der.toString('base64'));
  const certificates = shown === 'none' ? {} : { certificates: shown === 'single' ? chain.slice(0, 1) : chain };
  return {
    key: { status: credential.status, ...KEY_FACTS[credential.kind] },
    cert: { status: chain.length === 0 ? 'missing' : 'valid', ...certificates },
    auth: {
      mode: 'explicit',
      expression: 'PHONE',
      objects: [{ id: 'PHONE', type: 'Push', label: 'Xác nhận trên điện thoại' }],
    },
    SCAL: '2',
    multisign: credential.multisign,
    lang: 'vi',
  };
}
