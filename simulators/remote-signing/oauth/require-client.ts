import type { FastifyRequest } from 'fastify';
import type { Client, RemoteSigningConfig } from '../config.ts';
import { CscError } from '../csc-error.ts';
import { RequestFields } from '../request-fields.ts';
import { isSameSecret } from '../secrets.ts';

/** The client that proves itself by HTTP Basic or by client_id and client_secret. @throws CscError invalid_client */
export function requireClient(config: RemoteSigningConfig, request: FastifyRequest): Client {
  const [clientId, clientSecret] = basicCredentials(request.headers.authorization) ?? formCredentials(request.body);
  const client = findClient(config, clientId);
  if (client === undefined || !isSameSecret(client.clientSecret, clientSecret)) {
    throw new CscError('invalid_client', 'Unknown client or wrong client secret');
  }
  return client;
}

export function findClient(config: RemoteSigningConfig, clientId: string): Client | undefined {
  return config.clients.find((client) => client.clientId === clientId);
}

function basicCredentials(header: string | undefined): readonly [string, string] | undefined {
  const encoded = /^Basic ([\w+/=]+)$/.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [decodeURIComponent(id), decodeURIComponent(secret)];
}

function formCredentials(body: unknown): readonly [string, string] {
  const fields = new RequestFields(body);
  return [fields.optionalString('client_id') ?? '', fields.optionalString('client_secret') ?? ''];
}
