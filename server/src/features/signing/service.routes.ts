import Type from 'typebox';
import type { HttpServer } from '../../platform/http/server.ts';
import type { OwnServiceKind } from '../../platform/keys/service-directory.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireActor } from '../people/index.ts';
import { deliverSignatures, readToSign } from './deliver-signatures.ts';
import { hearNotice } from './hear-notice.ts';
import { linkOwnService } from './link-own-service.ts';
import { linkSealToken, linkToken } from './link-token.ts';
import { readServices, registerService } from './register-service.ts';
import { MOST_A_DELIVERY } from './token-list.ts';

const ServiceKey = Type.Object({ serviceId: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }) });
const ServiceToRegister = Type.Object({
  kind: Type.Unsafe<OwnServiceKind>(Type.Enum(['cscV1', 'smartSigning'])),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  url: Type.String({ pattern: '^https?://', maxLength: 300 }),
  account: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 500 })),
});
const Link = Type.Object({ userName: Type.String({ minLength: 1, maxLength: 100 }) });
const Base64 = Type.String({ maxLength: 20_000 });
const TokenLink = Type.Object({ certificate: Base64, chain: Type.Array(Base64, { maxItems: 5 }) });
const NoticeOf = Type.Object({ schoolId: Type.String({ pattern: '^[0-9A-Za-z-]{1,40}$' }) });
const Notice = Type.Object({ tran_code: Type.String({ minLength: 1, maxLength: 100 }) });
const NOTICES = { max: 120, timeWindow: '1 minute' };
const SessionKey = Type.Object({ sessionId: Type.String({ format: 'uuid' }) });
const Delivery = Type.Object({ signatures: Type.Array(Base64, { minItems: 1, maxItems: MOST_A_DELIVERY }) });

/** Which service or token each person signs with, and what a token on a desk is handed and brings back. */
export function serviceRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/signing/services', async (request) => ({
    services: await readServices(platform, await requireActor(platform, request)),
    tokenAgentUrl: platform.config.tokenAgentUrl,
  }));
  server.put(
    '/api/signing/services/:serviceId',
    { schema: { params: ServiceKey, body: ServiceToRegister } },
    async (request) => {
      const { serviceId } = request.params;
      await registerService(platform, await requireActor(platform, request), { serviceId, ...request.body });
      return { registered: true };
    },
  );
  server.post(
    '/api/signing/services/:serviceId/link',
    { schema: { params: ServiceKey, body: Link } },
    async (request) => {
      const { serviceId } = request.params;
      await linkOwnService(platform, await requireActor(platform, request), { serviceId, ...request.body });
      return { linked: true };
    },
  );
  server.post(
    '/api/signing/notices/:schoolId',
    { schema: { params: NoticeOf, body: Notice }, config: { withoutCsrf: true, rateLimit: NOTICES } },
    async (request) => {
      await hearNotice(platform, { schoolId: request.params.schoolId, request: request.body.tran_code });
      return { heard: true };
    },
  );
  server.post('/api/signing/token/link', { schema: { body: TokenLink } }, async (request) => {
    await linkToken(platform, await requireActor(platform, request), request.body);
    return { linked: true };
  });
  server.post('/api/signing/seal/token', { schema: { body: TokenLink } }, async (request) => {
    await linkSealToken(platform, await requireActor(platform, request), request.body);
    return { registered: true };
  });
  server.get('/api/signing/sessions/:sessionId/to-sign', { schema: { params: SessionKey } }, async (request) =>
    readToSign(platform, await requireActor(platform, request), request.params.sessionId),
  );
  server.post(
    '/api/signing/sessions/:sessionId/signatures',
    { schema: { params: SessionKey, body: Delivery } },
    async (request) => {
      const { sessionId } = request.params;
      const { signatures } = request.body;
      return {
        kept: await deliverSignatures(platform, await requireActor(platform, request), { sessionId, signatures }),
      };
    },
  );
}
