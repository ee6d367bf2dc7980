import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../../../scripts/demo/fill-school.ts';
import { type SigningOffice, signingOffice } from '../../../scripts/demo/signing-office.ts';
import type { SchoolPeople } from '../../../simulators/sector-database/index.ts';
import { freePort, type StoryProcess, startProcess } from '../../harness/index.ts';
import type { SmallSchool } from './small-school.ts';
import type { StoryWorld } from './story-world.ts';

/** A signing service the school has a contract of its own with. */
export interface OwnService {
  /** The world with this service’s phones in place of the install’s. */
  readonly world: StoryWorld;
  readonly signing: SigningOffice;
  readonly process: StoryProcess;
  /** Key, certificate and link for a person. */
  link(person: SchoolPeople['principal']): Promise<void>;
}

export interface OwnServiceWish {
  readonly kind: 'cscV1' | 'smartSigning';
  readonly name: string;
}

const SCRIPTS = { cscV1: 'signing-ras-v1', smartSigning: 'smart-signing' };
const ADMIN_TOKEN = 'office of the story';

/** Starts the service as a process of its own and lets the administrator enter the contract. */
export async function startOwnService(
  world: StoryWorld,
  school: SmallSchool,
  wish: OwnServiceWish,
): Promise<OwnService> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const clientSecret = randomBytes(16).toString('hex');
  const settingsFile = join(world.directory, `${SCRIPTS[wish.kind]}.json`);
  const settings = {
    port,
    publicUrl: url,
    encryptionKey: randomBytes(32).toString('hex'),
    adminToken: ADMIN_TOKEN,
    clients: [{ clientId: 'school', clientSecret, name: school.schoolName }],
    dataFile: join(world.directory, `${SCRIPTS[wish.kind]}-people.json`),
  };
  writeFileSync(settingsFile, JSON.stringify(settings), { mode: 0o600 });
  const command = [process.execPath, `simulators/${SCRIPTS[wish.kind]}/main.ts`, settingsFile];
  const service = await startProcess(command, { waitFor: `${url}/health` });
  const account =
    wish.kind === 'cscV1'
      ? { clientId: 'school', clientSecret, profileId: 'school' }
      : { spId: 'school', spPassword: clientSecret };
  const administrator = await open(world, school.people.administrator);
  const serviceId = wish.kind.toLowerCase();
  await administrator.put(`/api/signing/services/${serviceId}`, { ...wish, url, account });
  const signing = signingOffice(url, ADMIN_TOKEN);
  return {
    world: { ...world, signing },
    signing,
    process: service,
    link: async (person) => {
      await enrol({ world, school, signing }, person);
      const client = await open(world, person);
      await client.post(`/api/signing/services/${serviceId}/link`, { userName: person.loginName.toLowerCase() });
    },
  };
}

interface At {
  readonly world: StoryWorld;
  readonly school: SmallSchool;
  readonly signing: SigningOffice;
}

async function enrol({ world, school, signing }: At, person: SchoolPeople['principal']): Promise<void> {
  const { fullName, loginName } = person;
  const { pin } = world.secrets;
  const { credentialId, publicKey } = await signing.createUser({ userId: loginName.toLowerCase(), fullName, pin });
  const subject = { commonName: fullName, organisation: school.schoolName };
  const { certificate, chain } = await world.certificates.issue({ kind: 'staff', publicKey, subject });
  await signing.installCertificate(credentialId, [certificate, ...chain]);
}
