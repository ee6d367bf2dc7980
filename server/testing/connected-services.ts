import pg from 'pg';
import { startRemoteSigning } from '../../simulators/remote-signing/start.ts';
import { TestClient, testSettings } from '../../simulators/remote-signing/testing/test-service.ts';
import { testProvider } from '../../simulators/signing-provider/testing/test-provider.ts';
import { startSigningRasV1 } from '../../simulators/signing-ras-v1/start.ts';
import { startSmartSigning } from '../../simulators/smart-signing/start.ts';
import { saveCredential } from '../src/features/signing/credential.store.ts';
import { linkOwnService } from '../src/features/signing/link-own-service.ts';
import { registerService } from '../src/features/signing/register-service.ts';
import { sealToken } from '../src/features/signing/service-token.ts';
import type { Actor } from '../src/platform/actor.ts';
import { createCscClient } from '../src/platform/keys/csc-client.ts';
import type { Platform } from '../src/platform/platform.ts';
import type { SigningInstall } from './signing-install.ts';

/** A signing service beside the school, as a test drives it. */
export interface ConnectedService {
  readonly name: string;
  /** Gives the person a key and a certificate there, and links it at the school. */
  link(actor: Actor, order?: { multisign?: number }): Promise<void>;
  misbehave(faults: Readonly<Record<string, number>>): Promise<void>;
  /** Approves what waits on the phone; how many digests each request named. */
  approve(actor: Actor): Promise<readonly number[]>;
  /** How often it signed each digest. */
  timesSigned(): Promise<readonly number[]>;
  close(): Promise<void>;
}

const USER = 'nguoi-ky';

/** CSC v2 of the install's settings. */
export async function cscV2(school: SigningInstall): Promise<ConnectedService> {
  const { settings, database } = await testSettings({ ecdsaForm: 'der' });
  const simulator = await startRemoteSigning(settings);
  const office = new TestClient(simulator.url);
  await office.login();
  Object.assign(school.platform, {
    remoteSigning: { ...school.platform.remoteSigning, client: createCscClient(simulator.url) },
  });
  const query = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  return {
    name: 'CSC v2',
    link: async (actor, order = {}) => {
      const { credentialId, publicKey } = await office.enrol(USER, { ...order, certified: false });
      const certificates = school.certificatesFor(actor, Buffer.from(publicKey, 'base64'));
      await office.office('PUT', `credentials/${credentialId}/certificate`, { certificates });
      await keepCredential(school.platform, actor, { credentialId, certificates, token: office.token, ...order });
    },
    misbehave: async (faults) => void (await office.office('PUT', 'faults', faults)),
    approve: async () =>
      (await office.phone(USER, 'approve')).body.requests.map((each: { numSignatures: number }) => each.numSignatures),
    timesSigned: async () =>
      (await query.query('select count(*)::int as times from made_signature group by hash')).rows.map(
        ({ times }: { times: number }) => times,
      ),
    close: async () => {
      await Promise.all([simulator.close(), query.end()]);
      await database.drop();
    },
  };
}

interface Kept {
  readonly credentialId: string;
  readonly certificates: readonly string[];
  readonly token: string;
  readonly multisign?: number;
}

/** As linking by the browser would leave it. */
async function keepCredential(platform: Platform, actor: Actor, kept: Kept): Promise<void> {
  const owner = { schoolId: actor.schoolId, staffId: actor.staffId ?? '' };
  const [certificate = Buffer.alloc(0), ...chain] = kept.certificates.map((text) => Buffer.from(text, 'base64'));
  const { credentialId, multisign = 1000 } = kept;
  const secret = sealToken(platform, owner, { accessToken: kept.token, refreshToken: null, expiresInSeconds: 3600 });
  const registeredAt = platform.clock.now();
  await platform.database.transaction(actor, (tx) =>
    saveCredential(tx, {
      ...owner,
      kind: 'remote',
      credentialId,
      certificate,
      chain,
      multisign,
      secret,
      serviceId: null,
      registeredAt,
    }),
  );
}

/** CSC v1 as RAS serves it, a contract of the school's own. */
export function rasV1(school: SigningInstall): Promise<ConnectedService> {
  return ownService(school, {
    name: 'CSC v1 (RAS)',
    kind: 'cscV1',
    start: startSigningRasV1,
    account: ({ clientId, clientSecret }) => ({ clientId, clientSecret, profileId: 'school' }),
  });
}

/** The SmartCA kind, a contract of the school's own. */
export function smartSigning(school: SigningInstall): Promise<ConnectedService> {
  return ownService(school, {
    name: 'SmartCA style',
    kind: 'smartSigning',
    start: startSmartSigning,
    account: ({ clientId, clientSecret }) => ({ spId: clientId, spPassword: clientSecret }),
  });
}

interface Own {
  readonly name: string;
  readonly kind: 'cscV1' | 'smartSigning';
  readonly start: Parameters<typeof testProvider>[0];
  readonly account: (client: { clientId: string; clientSecret: string }) => Record<string, string>;
}

async function ownService(school: SigningInstall, { name, kind, start, account }: Own): Promise<ConnectedService> {
  const service = await testProvider(start);
  const serviceId = kind.toLowerCase();
  const registered = { serviceId, kind, name, url: service.url, account: account(service.client) };
  await registerService(school.platform, school.administrator, registered);
  return {
    name,
    link: async (actor, order = {}) => {
      await service.enrol(USER, { ...order, certificatesOf: (spki) => school.certificatesFor(actor, spki) });
      await linkOwnService(school.platform, actor, { serviceId, userName: USER });
    },
    misbehave: (faults) => service.faults(faults),
    approve: () => service.phone(USER, 'approve'),
    timesSigned: () => service.timesSigned(),
    close: service.close,
  };
}
