/** What the world asks of the certificate-authority simulator. */
export interface CertificateOffice {
  /** DER of root and issuing authority. */
  trust(): Promise<{ root: string; issuing: string }>;
  issue(order: CertificateOrder): Promise<{ certificate: string; chain: readonly string[]; serialNumber: string }>;
  keyFile(
    order: Omit<CertificateOrder, 'publicKey' | 'requestId'> & { password: string; keyKind?: string },
  ): Promise<Uint8Array>;
  revoke(serialNumber: string): Promise<void>;
  faults(switches: object): Promise<void>;
}

export interface CertificateOrder {
  readonly kind: 'staff' | 'seal' | 'install' | 'wrongUsage';
  /** base64 SubjectPublicKeyInfo. */
  readonly publicKey?: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly requestId?: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
}

export function certificateOffice(url: string, adminToken: string): CertificateOffice {
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`certificate authority ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  return {
    trust: async () => {
      const pem = await (await fetch(`${url}/trust`)).text();
      const [root = '', issuing = ''] = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      return { root: `${root}\n`, issuing: `${issuing}\n` };
    },
    issue: async (order) => (await post('/issue', order)).json() as never,
    keyFile: async (order) => new Uint8Array(await (await post('/issue-key-file', order)).arrayBuffer()),
    revoke: async (serialNumber) => void (await post('/revoke', { serialNumber })),
    faults: async (switches) => void (await post('/faults', switches)),
  };
}
