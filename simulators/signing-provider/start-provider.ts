import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { CscError } from '../remote-signing/csc-error.ts';
import { officeRoutes } from './office.routes.ts';
import { phoneRoutes } from './phone.routes.ts';
import { createProvider, type Provider } from './provider.ts';
import { SAFE_HEADERS } from './safe-headers.ts';
import type { ProviderSettings } from './settings.ts';
import type { SigningRequest } from './signing-requests.ts';

/** What a protocol adds to people, phones and the office. */
export interface Protocol {
  routes(app: FastifyInstance, provider: Provider): void;
  /** A refusal in the protocol's own words. */
  refusal(error: CscError): object;
  onAnswer?(provider: Provider, request: SigningRequest): void;
}

export interface RunningProvider {
  readonly url: string;
  readonly provider: Provider;
  readonly close: () => Promise<void>;
}

const RETRY_AFTER_SECONDS = '1';

/** Listens and answers. @throws Error for a taken port. */
export async function startProvider(settings: ProviderSettings, protocol: Protocol): Promise<RunningProvider> {
  const provider = createProvider(settings);
  const app = fastify({ bodyLimit: 8 * 1024 * 1024, forceCloseConnections: true });
  await app.register(cookie);
  await app.register(formbody);
  app.addHook('onRequest', async (_request, reply) => void reply.headers(SAFE_HEADERS));
  app.setErrorHandler((error: FastifyError | CscError, _request, reply) => {
    const refusal = error instanceof CscError ? error : asCscError(error);
    if (refusal.code === 'server_error') console.error(error);
    if (refusal.status === 429 || refusal.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
    return reply.status(refusal.status).send(protocol.refusal(refusal));
  });
  app.get('/health', async () => ({ status: 'ready' }));
  protocol.routes(app, provider);
  officeRoutes(app, provider);
  phoneRoutes(app, provider, (request) => protocol.onAnswer?.(provider, request));
  await app.listen({ host: settings.host, port: settings.port });
  return { url: settings.publicUrl, provider, close: () => app.close() };
}

function asCscError(error: FastifyError): CscError {
  const isClientsFault = error.statusCode !== undefined && error.statusCode < 500;
  return isClientsFault
    ? new CscError('invalid_request', error.message)
    : new CscError('server_error', 'The service failed, try again later');
}
