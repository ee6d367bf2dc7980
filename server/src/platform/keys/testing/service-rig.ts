import { parseCertificate } from '@hocba/signature';
import type { ProviderRig, SignerRig } from '../../../../../packages/signature/testing/signer-contract.ts';
import { type TestProvider, testProvider } from '../../../../../simulators/signing-provider/testing/test-provider.ts';
import { serviceSigner } from '../service-signer.ts';
import type { SigningService } from '../signing-service.ts';

export const keys = ['p-256', 'rsa-2048'] as const;

export interface ServiceRigWish {
  readonly algorithm: (typeof keys)[number];
  readonly connect: (at: TestProvider) => SigningService;
  /** Most digests of one authorisation; 10 when absent. */
  readonly multisign?: number;
}

/** A signer over a service of its own in this process. */
export async function serviceRig(
  start: Parameters<typeof testProvider>[0],
  { algorithm, connect, multisign = 10 }: ServiceRigWish,
): Promise<SignerRig> {
  const at = await testProvider(start, { multisign });
  await at.enrol('teacher', { algorithm });
  const service = connect(at);
  const [credential] = await service.listCredentials('teacher');
  if (!credential) throw new Error('no credential');
  const ec = parseCertificate(credential.certificate).publicKeyAlgorithm.family === 'ec';
  return {
    signer: serviceSigner({
      service,
      access: 'teacher',
      // The SmartCA kind tells no limit; this service has one.
      credential: { ...credential, multisign },
      algorithm: ec ? 'ecdsa-sha256' : 'rsa-sha256',
      description: 'Học bạ',
    }),
    provider: providerRig(at, multisign),
    close: at.close,
  };
}

function providerRig(at: TestProvider, multisign: number): ProviderRig {
  return {
    multisign,
    misbehave: (faults) => at.faults(faults),
    phone: (decision) => at.phone('teacher', decision),
    timesSigned: () => at.timesSigned(),
  };
}
