import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { FaultSwitches } from '../signing-provider/faults.ts';
import { SAFE_HEADERS } from '../signing-provider/safe-headers.ts';
import { adminRoutes } from './admin/admin.routes.ts';
import { authorisationRoutes } from './authorisation/authorisation.routes.ts';
import { completeConfig, type GivenConfig } from './config.ts';
import { credentialRoutes } from './credentials/credentials.routes.ts';
import { CscError } from './csc-error.ts';
import { openDatabase } from './database.ts';
import { infoRoutes } from './info.routes.ts';
import { authorizeRoutes } from './oauth/authorize.routes.ts';
import { tokenRoutes } from './oauth/token.routes.ts';
import { phoneRoutes } from './phone/phone.routes.ts';
import type { Service } from './service.ts';
import { signHashRoutes } from './signing/sign-hash.routes.ts';

const LARGEST_REQUEST = 8 * 1024 * 1024;

/** A running simulator. */
export interface RemoteSigning {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens the database, listens, and answers as contract.md says. @throws Error for wrong settings or a taken port */
export async function startRemoteSigning(given: GivenConfig): Promise<RemoteSigning> {
  const config = completeConfig(given);
  const pool = await openDatabase(config.databaseUrl);
  const app = fastify({ bodyLimit: LARGEST_REQUEST });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: LARGEST_REQUEST });
  app.addHook('onRequest', async (_request, reply) => void reply.headers(SAFE_HEADERS));
  app.setErrorHandler((error: FastifyError | CscError, _request, reply) => {
    const refusal = error instanceof CscError ? error : asCscError(error);
    if (refusal.code === 'server_error') console.error(error);
    if (refusal.status === 429 || refusal.status === 503) reply.header('retry-after', '1');
    return reply.status(refusal.status).send(refusal.body);
  });
  addRoutes(app, { config, pool, faults: new FaultSwitches() });
  const close = async () => {
    await app.close();
    await pool.end();
  };
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await close();
    throw error;
  }
  return { url: config.publicUrl, close };
}

function addRoutes(app: FastifyInstance, service: Service): void {
  infoRoutes(app, service);
  authorizeRoutes(app, service);
  tokenRoutes(app, service);
  credentialRoutes(app, service);
  authorisationRoutes(app, service);
  signHashRoutes(app, service);
  phoneRoutes(app, service);
  adminRoutes(app, service);
}

function asCscError(error: FastifyError): CscError {
  const isClientsFault = error.statusCode !== undefined && error.statusCode < 500;
  return isClientsFault
    ? new CscError('invalid_request', error.message)
    : new CscError('server_error', 'The service failed, try again later');
}
