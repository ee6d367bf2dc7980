import { timingSafeEqual } from 'node:crypto';
import { type NameAttribute, parseCertificate, publicKeyFacts } from '@hocba/signature';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Faults } from './faults.ts';
import { urlsBelow } from './hierarchy.ts';
import { issueCertificate } from './issue-certificate.ts';
import { type RevocationReasonName, revocationReasons } from './issue-crl.ts';
import { exportKey, generateKey, type KeyKind } from './keys.ts';
import type { Service } from './service.ts';
import { newSerialNumber } from './test-authority.ts';
import { writePkcs12 } from './write-pkcs12.ts';

const day = 86_400_000;
const backdating = 300_000;

/** Attributes in the order they take in the certificate. */
const subjectOrder = [
  'country',
  'province',
  'locality',
  'organisation',
  'organisationalUnit',
  'organisationIdentifier',
  'title',
  'surname',
  'givenName',
  'commonName',
  'uid',
  'serialNumber',
  'email',
] as const satisfies readonly NameAttribute[];

const issuedKinds = ['staff', 'seal', 'install', 'tsa', 'wrongUsage'] as const;

interface IssueOrder {
  kind: (typeof issuedKinds)[number];
  subject: Partial<Record<(typeof subjectOrder)[number], string>>;
  notBefore?: string;
  notAfter?: string;
  validityDays?: number;
  dnsNames?: string[];
  ipAddresses?: string[];
  requestId?: string;
}

const orderFields = {
  kind: { enum: issuedKinds },
  subject: {
    type: 'object',
    additionalProperties: false,
    required: ['commonName'],
    properties: Object.fromEntries(
      subjectOrder.map((name) => [name, { type: 'string', minLength: 1, maxLength: 200 }]),
    ),
  },
  notBefore: { type: 'string', format: 'date-time' },
  notAfter: { type: 'string', format: 'date-time' },
  validityDays: { type: 'number', exclusiveMinimum: 0, maximum: 7300 },
  dnsNames: { type: 'array', items: { type: 'string' } },
  ipAddresses: { type: 'array', items: { type: 'string', format: 'ipv4' } },
  requestId: { type: 'string', minLength: 8, maxLength: 200 },
};

/** POST /issue, /issue-key-file, /revoke, /faults: all behind the admin token. */
export function issuingRoutes(app: FastifyInstance, service: Service): void {
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isAdmin(request.headers.authorization, service.config.adminToken)) {
      return reply.status(401).send({ error: 'admin token missing or wrong' });
    }
    return undefined;
  };
  app.post<{ Body: IssueOrder & { publicKey: string } }>(
    '/issue',
    {
      onRequest,
      schema: { body: bodyOf({ ...orderFields, publicKey: { type: 'string' } }, ['kind', 'subject', 'publicKey']) },
    },
    async ({ body }, reply) => {
      const spki = new Uint8Array(Buffer.from(body.publicKey, 'base64'));
      if (!isUsableKey(spki))
        return reply.status(400).send({ error: 'publicKey: RSA ≥ 2048 or EC, SubjectPublicKeyInfo' });
      return answerOf(await issue(service, body, spki), service);
    },
  );
  app.post<{ Body: IssueOrder & { password: string; keyKind?: KeyKind } }>(
    '/issue-key-file',
    { onRequest, schema: { body: bodyOf(keyFileFields, ['kind', 'subject', 'password']) } },
    async ({ body }, reply) => {
      const key = generateKey(body.keyKind ?? 'rsa-2048');
      const { requestId: _, ...order } = body;
      const certificate = await issue(service, order, key.spki);
      const chain = [service.hierarchy.issuing.certificate];
      const contents = { certificate, chain, privateKeyPkcs8: exportKey(key), friendlyName: 'THỬ NGHIỆM' };
      return reply.type('application/x-pkcs12').send(Buffer.from(writePkcs12(contents, body.password)));
    },
  );
  app.post<{ Body: { serialNumber: string; at?: string; reason?: RevocationReasonName } }>(
    '/revoke',
    { onRequest, schema: { body: bodyOf(revokeFields, ['serialNumber']) } },
    async ({ body }, reply) => {
      const at = Math.floor((body.at === undefined ? Date.now() : Date.parse(body.at)) / 1000) * 1000;
      const known = await service.issued.revoke(body.serialNumber.toLowerCase(), at, body.reason ?? 'unspecified');
      return known ? { revoked: true } : reply.status(404).send({ error: 'no such certificate' });
    },
  );
  app.post<{ Body: Partial<Faults> }>(
    '/faults',
    { onRequest, schema: { body: bodyOf(faultFields, []) } },
    async ({ body }) => service.faults.set(body),
  );
}

const keyFileFields = {
  ...orderFields,
  password: { type: 'string', minLength: 1, maxLength: 200 },
  keyKind: { enum: ['rsa-2048', 'rsa-3072', 'p-256'] },
};

const revokeFields = {
  serialNumber: { type: 'string', pattern: '^[0-9A-Fa-f]+$' },
  at: { type: 'string', format: 'date-time' },
  reason: { enum: Object.keys(revocationReasons) },
};

const faultFields = {
  tsaDown: { type: 'boolean' },
  ocspDown: { type: 'boolean' },
  crlDown: { type: 'boolean' },
  latencyMs: { type: 'number', minimum: 0, maximum: 60_000 },
};

function bodyOf(properties: object, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, required, properties };
}

async function issue(service: Service, order: IssueOrder, spki: Uint8Array): Promise<Uint8Array> {
  const notBefore = order.notBefore === undefined ? Date.now() - backdating : Date.parse(order.notBefore);
  const notAfter =
    order.notAfter === undefined ? notBefore + (order.validityDays ?? 730) * day : Date.parse(order.notAfter);
  const { dnsNames = [], ipAddresses = [] } = order;
  const certificate = issueCertificate(
    {
      ...{ kind: order.kind, spki, notBefore, notAfter, dnsNames, ipAddresses },
      ...{ subject: subjectOf(order.subject), serialNumber: newSerialNumber() },
      urls: urlsBelow('issuing', service.config.publicUrl),
    },
    service.hierarchy.issuing,
  );
  return service.issued.enter(certificate, order.kind, order.requestId);
}

/** Every name issued here says that it is a test. */
function subjectOf(fields: IssueOrder['subject']): readonly (readonly [NameAttribute, string])[] {
  const given = subjectOrder.flatMap((name): [NameAttribute, string][] => {
    const value = fields[name] ?? (name === 'country' ? 'VN' : undefined);
    return value === undefined ? [] : [[name, value]];
  });
  const saysTest = given.some(([, value]) => value.normalize('NFC').toUpperCase().includes('THỬ NGHIỆM'));
  return saysTest ? given : [...given.slice(0, 1), ['organisationalUnit', 'THỬ NGHIỆM'], ...given.slice(1)];
}

function answerOf(certificate: Uint8Array, { hierarchy }: Service) {
  const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64');
  const { serialNumber, notBefore, notAfter } = parseCertificate(certificate);
  return {
    certificate: base64(certificate),
    chain: [base64(hierarchy.issuing.certificate)],
    serialNumber,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: new Date(notAfter).toISOString(),
  };
}

function isUsableKey(spki: Uint8Array): boolean {
  try {
    const { family, bits } = publicKeyFacts(spki);
    return family === 'ec' || (family === 'rsa' && bits >= 2048);
  } catch {
    return false;
  }
}

function isAdmin(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
