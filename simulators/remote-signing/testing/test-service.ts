import { createHash, randomBytes } from 'node:crypto';
import { freePort, type TemporaryDatabase, temporaryDatabase } from '../../../tests/harness/index.ts';
import { createTestAuthority } from '../../certificate-authority/authority.ts';
import { certificatesFor } from '../../signing-provider/testing/test-provider.ts';
import type { GivenConfig } from '../config.ts';
import { SHA256 } from '../signing/keys.ts';

export const PIN = '246810';
export const ALGORITHM = { 'p-256': '1.2.840.10045.4.3.2', 'rsa-2048': '1.2.840.113549.1.1.11' } as const;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of a JSON interface, checked by the assertions that read them
  readonly body: any;
}

/** Settings of a service with a database and a port of its own. */
export async function testSettings(
  changes: Partial<GivenConfig> = {},
): Promise<{ settings: GivenConfig; database: TemporaryDatabase }> {
  const database = await temporaryDatabase('remote_signing');
  const port = await freePort();
  const clients = ['school', 'other'].map((clientId) => ({
    clientId,
    clientSecret: `${clientId} secret`,
    name: clientId === 'school' ? 'Trường Tiểu học Thử Nghiệm' : 'Bên khác',
    redirectUris: [`http://127.0.0.1:1/${clientId}`],
  }));
  const settings = {
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    databaseUrl: database.ownerUrl,
    encryptionKey: randomBytes(32).toString('hex'),
    adminToken: 'office',
    clients,
    ...changes,
  };
  return { settings, database };
}

/** Digests that stand for documents. */
export function someHashes(count: number, seed = 'học bạ'): string[] {
  return Array.from({ length: count }, (_, index) => createHash('sha256').update(`${seed} ${index}`).digest('base64'));
}

/** What a school, its people and the service's office do, by HTTP. */
export class TestClient {
  readonly url: string;
  readonly clientId: string;
  #token = '';

  constructor(url: string, clientId = 'school') {
    this.url = url;
    this.clientId = clientId;
  }

  /** What the service gave the program that is logged in. */
  get token(): string {
    return this.#token;
  }

  async login(): Promise<void> {
    const form = {
      grant_type: 'client_credentials',
      client_id: this.clientId,
      client_secret: `${this.clientId} secret`,
    };
    this.#token = (await this.form('/csc/v2/oauth2/token', form)).body.access_token;
  }

  async call(method: string, body: unknown, token = this.#token): Promise<Answer> {
    return this.#send(`/csc/v2/${method}`, { method: 'POST', token, body });
  }

  async office(method: 'POST' | 'PUT', path: string, body: unknown, token = 'office'): Promise<Answer> {
    return this.#send(`/admin/${path}`, { method, token, body });
  }

  async phone(userId: string, decision: string, changes: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send('/phone/api', { method: 'POST', body: { userId, pin: PIN, decision, ...changes } });
  }

  async form(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    const text = await response.text();
    const location = response.headers.get('location');
    return { status: response.status, body: location ?? (text.startsWith('{') ? JSON.parse(text) : text) };
  }

  /** A person with a key and, unless told otherwise, a certificate; the credential's id and public key. */
  async enrol(
    userId: string,
    options: { algorithm?: 'p-256' | 'rsa-2048'; multisign?: number; certified?: boolean } = {},
  ) {
    const { certified = true, ...order } = options;
    const { body } = await this.office('POST', 'users', { userId, fullName: 'Người Ký Thử', pin: PIN, ...order });
    if (certified) await this.certify(body.credentialId, body.publicKey);
    return body as { credentialId: string; publicKey: string };
  }

  async certify(credentialId: string, publicKey: string): Promise<Answer> {
    const certificates = certificatesFor(createTestAuthority({ at: Date.now() }), publicKey);
    return this.office('PUT', `credentials/${credentialId}/certificate`, { certificates });
  }

  authorize(
    credentialID: string,
    hashes: readonly string[],
    changes: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer> {
    return this.call('credentials/authorize', {
      credentialID,
      hashes,
      numSignatures: hashes.length,
      hashAlgorithmOID: SHA256,
      description: 'Ký học bạ lớp 1A',
      operationMode: 'A',
      ...changes,
    });
  }

  /** Asks, the owner approves, the authorisation data. */
  async approved(userId: string, credentialID: string, hashes: readonly string[]): Promise<string> {
    const { responseID } = (await this.authorize(credentialID, hashes)).body;
    await this.phone(userId, 'approve', { responseID });
    return (await this.call('credentials/authorizeCheck', { responseID })).body.SAD;
  }

  sign(
    credentialID: string,
    SAD: string,
    hashes: readonly string[],
    changes: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer> {
    const signAlgo = ALGORITHM['p-256'];
    return this.call('signatures/signHash', {
      credentialID,
      SAD,
      hashes,
      hashAlgorithmOID: SHA256,
      signAlgo,
      ...changes,
    });
  }

  async #send(path: string, sent: { method: string; token?: string; body: unknown }): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      ...(sent.token === undefined ? {} : { authorization: `Bearer ${sent.token}` }),
    };
    const response = await fetch(this.url + path, { method: sent.method, headers, body: JSON.stringify(sent.body) });
    return { status: response.status, body: await response.json() };
  }
}
