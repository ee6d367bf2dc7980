import {
  createTestAuthority,
  issueCertificate,
  newSerialNumber,
  type TestIdentity,
} from '../../simulators/certificate-authority/authority.ts';
import { saveCredential } from '../src/features/signing/credential.store.ts';
import { sealToken } from '../src/features/signing/service-token.ts';
import type { Actor } from '../src/platform/actor.ts';
import { createCertificateJudge } from '../src/platform/certificates/certificate-judge.ts';
import { createSecretBox } from '../src/platform/keys/secret-box.ts';
import { createServiceDirectory } from '../src/platform/keys/service-directory.ts';
import type { SigningService } from '../src/platform/keys/signing-service.ts';
import type { Platform } from '../src/platform/platform.ts';
import { type TestSchool, testSchool } from './test-school.ts';

const HOUR = 3_600_000;

type SignHashes = (hashes: readonly Uint8Array[], credentialId: string) => Promise<readonly Uint8Array[]>;

/** The small school with true certificates; the signing service lives in this process and does what the test says. */
export interface SigningInstall extends TestSchool {
  /** A key and a certificate in this name, registered nowhere yet. */
  identityFor(actor: Actor): TestIdentity;
  /** The school's seal: a key and a certificate in its name, registered nowhere yet. */
  sealIdentity(): TestIdentity;
  /** A certificate in this name, registered as the person's credential from now on. */
  registerCredential(actor: Actor, credentialId: string): Promise<TestIdentity>;
  /** A certificate for a key that lies elsewhere, in this person's name, and the authority's: DER, base64. */
  certificatesFor(actor: Actor, spki: Uint8Array): string[];
  revoke(identity: TestIdentity): void;
  /** How the service signs from now on; undefined: as it should. */
  serviceSigns(sign: SignHashes | undefined): void;
}

export async function signingInstall(): Promise<SigningInstall> {
  const school = await testSchool();
  const authority = createTestAuthority({ at: Date.now() });
  const keys = new Map<string, TestIdentity>();
  const honest: SignHashes = async (hashes, id) => (await keys.get(id)?.signer.signDigests(hashes)) ?? [];
  let signHashes = honest;
  const { anchors, intermediates } = authority;
  const revocation = { ocsp: async () => undefined, crls: async () => authority.crls() };
  const platform: Platform = Object.assign(school.platform, {
    secrets: createSecretBox('ab'.repeat(32)),
    certificates: createCertificateJudge({
      trusted: { anchors, intermediates },
      revocation,
      clock: school.platform.clock,
    }),
    remoteSigning: { client: service((hashes, id) => signHashes(hashes, id)), signIn: unusedSignIn },
    timestamps: { timestamp: async (digest: Uint8Array) => authority.timestamp(digest, Date.now()) },
    signingServices: createServiceDirectory(['127.0.0.1']),
  });
  const identityFor = (actor: Actor) => {
    const subject = [['organisation', school.data.school.name]] as const;
    return authority.issue({ commonName: actor.fullName, subject });
  };
  const { name } = school.data.school;
  return {
    ...school,
    identityFor,
    sealIdentity: () => authority.issue({ commonName: name, subject: [['organisation', name]] }),
    registerCredential: async (actor, credentialId) => {
      const identity = identityFor(actor);
      keys.set(credentialId, identity);
      await keepCredential(platform, actor, { credentialId, identity });
      return identity;
    },
    certificatesFor: (actor, spki) => {
      const at = Date.now();
      const leaf = issueCertificate(
        {
          kind: 'staff',
          subject: [
            ['country', 'VN'],
            ['organisation', school.data.school.name],
            ['commonName', actor.fullName],
          ],
          spki,
          serialNumber: newSerialNumber(),
          notBefore: at - HOUR,
          notAfter: at + HOUR,
        },
        authority.authority,
      );
      return [leaf, authority.authority.certificate].map((der) => Buffer.from(der).toString('base64'));
    },
    revoke: ({ certificate }) => authority.revoke(certificate, Date.now() - 1000),
    serviceSigns: (sign) => {
      signHashes = sign ?? honest;
    },
  };
}

interface Given {
  readonly credentialId: string;
  readonly identity: TestIdentity;
}

async function keepCredential(platform: Platform, actor: Actor, { credentialId, identity }: Given): Promise<void> {
  const owner = { schoolId: actor.schoolId, staffId: actor.staffId ?? '' };
  const token = { accessToken: 'token', refreshToken: null, expiresInSeconds: 3600 };
  await platform.database.transaction(actor, (tx) =>
    saveCredential(tx, {
      ...owner,
      kind: 'remote',
      credentialId,
      certificate: Buffer.from(identity.certificate),
      chain: identity.chain.map((der) => Buffer.from(der)),
      multisign: 1000,
      serviceId: null,
      secret: sealToken(platform, owner, token),
      registeredAt: platform.clock.now(),
    }),
  );
}

/** Approves at once whatever it is asked. */
function service(signHashes: SignHashes): SigningService {
  return {
    listCredentials: async () => [],
    requestAuthorisation: async () => 'request',
    checkAuthorisation: async () => ({ state: 'approved', sad: 'sad', expiresInSeconds: 600 }),
    signHashes: async (_token, { hashes, credentialId }) => [...(await signHashes(hashes, credentialId))],
  };
}

const refuse = () => Promise.reject(new Error('nobody signs in here'));
const unusedSignIn = { begin: refuse, finish: refuse, refresh: refuse };
