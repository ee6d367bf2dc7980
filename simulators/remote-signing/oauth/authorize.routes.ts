import type { FastifyInstance, FastifyReply } from 'fastify';
import { CscError, invalidRequest } from '../csc-error.ts';
import { RequestFields } from '../request-fields.ts';
import { digestOfSecret, newSecret } from '../secrets.ts';
import type { Service } from '../service.ts';
import { loginPage } from './login-page.ts';
import { findClient } from './require-client.ts';
import { requirePin } from './require-pin.ts';

const CODE_SECONDS = 60;

interface AuthorizeRequest {
  readonly clientId: string;
  readonly clientName: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly state: string | undefined;
}

/** OAuth 2.0 authorization code with PKCE S256, and nothing weaker. @spec RFC 7636 */
export function authorizeRoutes(app: FastifyInstance, service: Service): void {
  app.get('/csc/v2/oauth2/authorize', async (request, reply) => {
    const asked = readRequest(service, request.query, reply);
    return asked === undefined ? reply : reply.type('text/html').send(loginPage(asked.clientName, request.query));
  });

  app.post('/csc/v2/oauth2/authorize', async (request, reply) => {
    const asked = readRequest(service, request.body, reply);
    if (asked === undefined) return reply;
    const fields = new RequestFields(request.body);
    const userId = fields.string('userId');
    try {
      await requirePin(service.pool, userId, fields.string('pin'));
    } catch (error) {
      if (!(error instanceof CscError)) throw error;
      return reply
        .status(400)
        .type('text/html')
        .send(loginPage(asked.clientName, request.body, error.message));
    }
    const code = await keepCode(service, asked, userId);
    return redirectBack(reply, asked, { code });
  });
}

/** Wrong client or address: an error here. Anything else wrong: told to the client by redirect. */
function readRequest(service: Service, given: unknown, reply: FastifyReply): AuthorizeRequest | undefined {
  const fields = new RequestFields(given);
  const client = findClient(service.config, fields.string('client_id'));
  if (client === undefined) throw invalidRequest('Invalid parameter client_id');
  const redirectUri = fields.string('redirect_uri');
  if (!client.redirectUris.includes(redirectUri)) throw invalidRequest('Invalid parameter redirect_uri');
  const state = fields.optionalString('state');
  const asked = { clientId: client.clientId, clientName: client.name, redirectUri, state };
  const refuse = (error: string, error_description: string) => {
    redirectBack(reply, asked, { error, error_description });
    return undefined;
  };
  if (fields.optionalString('response_type') !== 'code')
    return refuse('unsupported_response_type', 'Only response_type=code');
  if ((fields.optionalString('scope') ?? 'service') !== 'service') return refuse('invalid_scope', 'Only scope=service');
  if (fields.optionalString('code_challenge_method') !== 'S256')
    return refuse('invalid_request', 'Only PKCE with code_challenge_method=S256');
  const codeChallenge = fields.optionalString('code_challenge') ?? '';
  if (!/^[\w-]{43}$/.test(codeChallenge)) return refuse('invalid_request', 'Missing or malformed code_challenge');
  return { ...asked, codeChallenge };
}

async function keepCode(service: Service, asked: AuthorizeRequest, userId: string): Promise<string> {
  const code = newSecret();
  await service.pool.query(
    `insert into authorization_code (code_hash, client_id, user_id, redirect_uri, code_challenge, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`,
    [digestOfSecret(code), asked.clientId, userId, asked.redirectUri, asked.codeChallenge, CODE_SECONDS],
  );
  return code;
}

function redirectBack(
  reply: FastifyReply,
  to: Pick<AuthorizeRequest, 'redirectUri' | 'state'>,
  answer: Readonly<Record<string, string>>,
): FastifyReply {
  const address = new URL(to.redirectUri);
  for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value);
  if (to.state !== undefined) address.searchParams.set('state', to.state);
  return reply.redirect(address.href, 303);
}
