import { parseCertificate } from '@hocba/signature';
import pg from 'pg';
import { type SignerRig, signerContract } from '../../../../packages/signature/testing/signer-contract.ts';
import { startRemoteSigning } from '../../../../simulators/remote-signing/start.ts';
import { TestClient, testSettings } from '../../../../simulators/remote-signing/testing/test-service.ts';
import { createCscClient } from './csc-client.ts';
import { serviceSigner } from './service-signer.ts';

const MULTISIGN = 10;

signerContract('CSC v2', { keys: ['p-256', 'rsa-2048'], service: true, open });

async function open(algorithm: 'p-256' | 'rsa-2048'): Promise<SignerRig> {
  const { settings, database } = await testSettings({ multisign: MULTISIGN });
  const simulator = await startRemoteSigning(settings);
  const office = new TestClient(simulator.url);
  await office.login();
  await office.enrol('teacher', { algorithm });
  const client = createCscClient(simulator.url);
  // The school’s own token may look at anybody’s credential; a person’s, at their own.
  const { body } = await office.call('credentials/list', {
    userID: 'teacher',
    certificates: 'chain',
    credentialInfo: true,
  });
  const [info] = body.credentialInfos;
  const [leaf, ...chain] = info.cert.certificates.map((text: string) => Buffer.from(text, 'base64'));
  const ec = parseCertificate(leaf).publicKeyAlgorithm.family === 'ec';
  return {
    signer: serviceSigner({
      service: client,
      access: office.token,
      credential: { credentialId: info.credentialID, certificate: leaf, chain, enabled: true, multisign: MULTISIGN },
      algorithm: ec ? 'ecdsa-sha256' : 'rsa-sha256',
      description: 'Học bạ',
    }),
    provider: {
      multisign: MULTISIGN,
      misbehave: async (faults) => void (await office.office('PUT', 'faults', faults)),
      phone: async (decision) =>
        (await office.phone('teacher', decision)).body.requests.map(
          ({ numSignatures }: { numSignatures: number }) => numSignatures,
        ),
      timesSigned: () => timesSigned(database.ownerUrl),
    },
    close: async () => {
      await simulator.close();
      await database.drop();
    },
  };
}

async function timesSigned(databaseUrl: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ times: number }>(
    'select count(*)::int as times from made_signature group by hash',
  );
  await client.end();
  return rows.map(({ times }) => times);
}
