import type { HttpClient } from './http-client.ts';
import { httpClient } from './http-client.ts';

/** What the world asks of the remote-signing simulator: its office, and people's phones. */
export interface SigningOffice {
  createUser(user: {
    userId: string;
    fullName: string;
    pin: string;
  }): Promise<{ credentialId: string; publicKey: string }>;
  installCertificate(credentialId: string, certificates: readonly string[]): Promise<void>;
  faults(switches: object): Promise<void>;
  /** Approves (or rejects) on the phone everything that waits there; how many requests that were. */
  phone(userId: string, pin: string, decision: 'approve' | 'reject' | 'list'): Promise<PhoneRequest[]>;
}

export interface PhoneRequest {
  readonly responseID: string;
  readonly description: string;
  readonly numSignatures: number;
  readonly root: string;
}

export function signingOffice(url: string, adminToken: string): SigningOffice {
  const send = async (call: string, body: object, token?: string) => {
    const [method = 'POST', path = ''] = call.split(' ');
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`remote signing ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<never>;
  };
  return {
    createUser: (user) => send('POST /admin/users', user, adminToken),
    installCertificate: (id, certificates) =>
      send(`PUT /admin/credentials/${id}/certificate`, { certificates }, adminToken),
    faults: (switches) => send('PUT /admin/faults', switches, adminToken),
    phone: async (userId, pin, decision) =>
      ((await send('POST /phone/api', { userId, pin, decision })) as { requests: PhoneRequest[] }).requests,
  };
}

/** Links a signed-in person's account at an install with their credential, as they would in the browser. */
export async function linkCredential(client: HttpClient, person: { userId: string; pin: string }): Promise<void> {
  const { url } = await client.post<{ url: string }>('/api/signing/remote/link');
  const provider = httpClient(new URL(url).origin);
  await provider.request(url);
  const asked = Object.fromEntries(new URL(url).searchParams);
  const answer = await provider.request(new URL(url).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...asked, ...person }),
  });
  const back = answer.headers.get('location');
  if (!back) throw new Error(`remote signing did not send the browser back: ${answer.status}`);
  const linked = await client.request(back);
  if (linked.status >= 400) throw new Error(`linking refused: ${await linked.text()}`);
}
