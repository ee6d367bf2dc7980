import type { IncomingMessage, ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify';
import type { Platform } from '../platform.ts';
import { answerError } from './error-response.ts';
import { databaseSessionStore } from './session-store.ts';

export type HttpServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface Session {
    accountId?: string;
    schoolId?: string;
  }
}

const SESSION_MS = 8 * 60 * 60 * 1000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A listener with sessions, CSRF protection on every change, secure headers and Vietnamese error answers. */
export async function createHttpServer(platform: Platform): Promise<HttpServer> {
  const server = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    // Addresses carry look-up codes: nothing of a request is logged but faults, by route.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 4 * 1024 * 1024,
    trustProxy: platform.config.trustedProxies.length > 0 && [...platform.config.trustedProxies],
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as HttpServer;
  await server.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy(platform.config),
    hsts: false,
  });
  await server.register(rateLimit, { global: false });
  await server.register(multipart, { limits: { fileSize: 55 * 1024 * 1024, files: 1 } });
  await server.register(cookie);
  await server.register(session, {
    secret: platform.config.cookieKey,
    cookieName: `hocba-${platform.config.install}-${platform.config.port}`,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: platform.config.publicUrl.startsWith('https:'),
      maxAge: SESSION_MS,
      path: '/',
    },
    saveUninitialized: false,
    // Saved only when something in it changed: two answers at once do not undo each other.
    rolling: false,
    store: databaseSessionStore(platform),
  });
  await server.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => headerText(request.headers['x-csrf-token']),
  });
  protectChanges(server);
  server.setErrorHandler((error, request, reply) => answerError(error as Error, request, reply));
  server.get('/healthz', async () => ({ ok: true }));
  return server;
}

/** Messages between installs carry their own signature and no cookie; everything else needs the token. */
function protectChanges(server: HttpServer): void {
  server.addHook('preHandler', (request, reply, done) => {
    const exempt = (request.routeOptions.config as { withoutCsrf?: boolean }).withoutCsrf === true;
    if (exempt || SAFE_METHODS.has(request.method)) return done();
    server.csrfProtection(request, reply, done);
  });
}

function contentSecurityPolicy({ publicUrl, tokenAgentUrl }: Platform['config']) {
  return {
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      ...(tokenAgentUrl ? { connectSrc: ["'self'", tokenAgentUrl] } : {}),
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: publicUrl.startsWith('https:') ? [] : null,
    },
  };
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
