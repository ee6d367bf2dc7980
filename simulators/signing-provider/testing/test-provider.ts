import { randomBytes } from 'node:crypto';
import { freePort } from '../../../tests/harness/index.ts';
import {
  createTestAuthority,
  issueCertificate,
  newSerialNumber,
  type TestAuthority,
  testName,
} from '../../certificate-authority/authority.ts';
import type { KeyKind } from '../../remote-signing/signing/keys.ts';
import type { Faults } from '../faults.ts';
import type { GivenSettings } from '../settings.ts';
import type { RunningProvider } from '../start-provider.ts';

export const PIN = '246810';
const HOUR = 3_600_000;

export interface EnrolOrder {
  readonly algorithm?: KeyKind;
  readonly multisign?: number;
  /** Certificates (base64, leaf first) for the new key (SPKI); else the service’s own test authority makes them. */
  readonly certificatesOf?: (spki: Uint8Array) => string[];
}

/** A service of its own in this process, with what its office and its people's phones do. */
export interface TestProvider extends RunningProvider {
  readonly authority: TestAuthority;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  enrol(userId: string, order?: EnrolOrder): Promise<void>;
  faults(switches: Faults): Promise<void>;
  /** How many digests each request named. */
  phone(userId: string, decision: 'approve' | 'reject' | 'list'): Promise<number[]>;
  timesSigned(): Promise<number[]>;
}

export async function testProvider(
  start: (settings: GivenSettings) => Promise<RunningProvider>,
  changes: Partial<GivenSettings> = {},
): Promise<TestProvider> {
  const port = await freePort();
  const client = { clientId: 'school', clientSecret: 'school secret', name: 'Trường Tiểu học Thử Nghiệm' };
  const service = await start({
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    encryptionKey: randomBytes(32).toString('hex'),
    adminToken: 'office',
    clients: [client, { clientId: 'other', clientSecret: 'other secret', name: 'Bên khác' }],
    ...changes,
  });
  const authority = createTestAuthority({ at: Date.now() });
  const send = sender(service.url);
  return {
    ...service,
    authority,
    client,
    enrol: async (userId, { certificatesOf, ...order } = {}) => {
      const person = { userId, fullName: 'Người Ký Thử', pin: PIN, ...order };
      const { credentialId, publicKey } = (await send('POST /admin/users', person)) as EnrolledPerson;
      const certificates = certificatesOf?.(Buffer.from(publicKey, 'base64')) ?? certificatesFor(authority, publicKey);
      await send(`PUT /admin/credentials/${credentialId}/certificate`, { certificates });
    },
    faults: async (switches) => void (await send('PUT /admin/faults', switches)),
    phone: async (userId, decision) =>
      ((await send('POST /phone/api', { userId, pin: PIN, decision })) as PhoneAnswer).requests.map(
        ({ numSignatures }) => numSignatures,
      ),
    timesSigned: async () => [...service.provider.timesSigned.values()],
  };
}

interface PhoneAnswer {
  readonly requests: readonly { readonly numSignatures: number }[];
}

interface EnrolledPerson {
  readonly credentialId: string;
  readonly publicKey: string;
}

/** For a new key (SPKI, base64): leaf, issuing authority, root; DER in base64. */
export function certificatesFor(authority: TestAuthority, publicKey: string): string[] {
  const at = Date.now();
  const leaf = issueCertificate(
    {
      kind: 'staff',
      subject: testName('Người Ký Thử'),
      spki: Buffer.from(publicKey, 'base64'),
      serialNumber: newSerialNumber(),
      notBefore: at - HOUR,
      notAfter: at + HOUR,
    },
    authority.authority,
  );
  return [leaf, authority.authority.certificate, authority.root.certificate].map((der) =>
    Buffer.from(der).toString('base64'),
  );
}

function sender(url: string) {
  return async (call: string, body: object): Promise<unknown> => {
    const [method = '', path = ''] = call.split(' ');
    const headers = { 'content-type': 'application/json', authorization: 'Bearer office' };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${call}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}
