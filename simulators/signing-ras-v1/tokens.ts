import { randomUUID } from 'node:crypto';
import { CscError } from '../remote-signing/csc-error.ts';
import { digestOfSecret, isSameSecret, newSecret } from '../remote-signing/secrets.ts';
import type { Provider } from '../signing-provider/provider.ts';

/** Whom a token speaks for. */
export interface Bearer {
  readonly clientId: string;
  readonly userId: string;
}

export interface Login extends Bearer {
  readonly clientSecret: string;
}

const TOKEN_SECONDS = 600;

/** Access tokens of one running service. */
export class Tokens {
  readonly #bearers = new Map<string, Bearer & { readonly until: number }>();
  readonly #provider: Provider;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  /** @throws CscError for a wrong client or an unknown person. */
  issue({ clientId, clientSecret, userId }: Login) {
    const client = this.#provider.settings.clients.find((each) => each.clientId === clientId);
    if (!client || !isSameSecret(client.clientSecret, clientSecret))
      throw new CscError('invalid_client', 'Unknown client or wrong client secret');
    if (!this.#provider.people.find(userId)) throw new CscError('invalid_grant', 'Unknown user_id');
    const secret = newSecret();
    this.#bearers.set(nameOf(secret), { clientId, userId, until: Date.now() + TOKEN_SECONDS * 1000 });
    return { access_token: secret, token_type: 'Bearer', expires_in: TOKEN_SECONDS, refresh_token: randomUUID() };
  }

  /** @throws CscError */
  bearerOf(header: string | undefined): Bearer {
    const secret = /^Bearer ([\w-]+)$/.exec(header ?? '')?.[1];
    const bearer = secret === undefined ? undefined : this.#bearers.get(nameOf(secret));
    if (!bearer || bearer.until <= Date.now())
      throw new CscError('invalid_token', 'The access token is missing, expired or unknown');
    return bearer;
  }
}

function nameOf(secret: string): string {
  return digestOfSecret(secret).toString('hex');
}
