import Type from 'typebox';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Platform } from '../../platform/platform.ts';
import { grantablePositions, setPositions } from './confirm-positions.ts';
import { listAccounts, setPassword } from './manage-accounts.ts';
import { requireActor } from './session-actor.ts';
import { signIn } from './sign-in.ts';

const Credentials = Type.Object({
  username: Type.String({ minLength: 1, maxLength: 200 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});

export function peopleRoutes(server: HttpServer, platform: Platform): void {
  sessionRoutes(server, platform);
  accountRoutes(server, platform);
}

function sessionRoutes(server: HttpServer, platform: Platform): void {
  // SameSite=Lax and a JSON body already keep other sites from signing anyone in; there is no session to bind a token to.
  server.post(
    '/api/session',
    {
      schema: { body: Credentials },
      config: { withoutCsrf: true, rateLimit: { max: 60, timeWindow: '1 minute' } } as object,
    },
    async (request, reply) => {
      const actor = await signIn(platform, request.body);
      await request.session.regenerate();
      request.session.accountId = actor.accountId;
      request.session.schoolId = actor.schoolId;
      return { actor, csrfToken: reply.generateCsrf() };
    },
  );
  server.get('/api/session', async (request, reply) => {
    const actor = await requireActor(platform, request);
    return {
      actor,
      csrfToken: reply.generateCsrf(),
      install: platform.config.install,
      organisationName: platform.config.organisationName,
    };
  });
  server.delete('/api/session', async (request) => {
    await request.session.destroy();
    return { signedOut: true };
  });
}

function accountRoutes(server: HttpServer, platform: Platform): void {
  server.get('/api/accounts', async (request) => ({
    accounts: await listAccounts(platform, await requireActor(platform, request)),
  }));
  /** Settles a person's positions; those a workbook proposed count only from here on. */
  server.put(
    '/api/accounts/:accountId/positions',
    {
      schema: {
        params: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
        body: Type.Object({ positions: Type.Array(Type.Enum([...grantablePositions]), { maxItems: 10 }) }),
      },
    },
    async (request) => {
      const actor = await requireActor(platform, request);
      await setPositions(platform, actor, { ...request.params, ...request.body });
      return { set: true };
    },
  );
  server.put(
    '/api/accounts/:accountId/password',
    {
      schema: {
        params: Type.Object({ accountId: Type.String({ format: 'uuid' }) }),
        body: Type.Object({ password: Type.String({ maxLength: 200 }) }),
      },
    },
    async (request) => {
      const actor = await requireActor(platform, request);
      await setPassword(platform, actor, { ...request.params, ...request.body });
      return { set: true };
    },
  );
}
