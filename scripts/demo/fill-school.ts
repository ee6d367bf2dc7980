import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchoolPeople } from '../../simulators/sector-database/index.ts';
import { type HttpClient, signedIn } from './http-client.ts';
import { linkCredential } from './signing-office.ts';
import type { World } from './world.ts';

export interface SchoolToFill {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly people: SchoolPeople;
  readonly workbook: Uint8Array;
  /** Classes whose homeroom teachers get an open account and a linked credential. */
  readonly classes: readonly string[];
  /** Who else gets both: subject teachers, where they sign their own rows. */
  readonly alsoSigning?: readonly Person[];
}

type Person = Pick<SchoolPeople['principal'], 'staffId' | 'fullName' | 'loginName'> & { readonly position: string };
type Named = Pick<SchoolToFill, 'schoolId' | 'schoolName'>;

/** Brings a school to life through the doors its people use: accounts, workbook, passwords, certificates, seal. */
export async function fillSchool(world: World, school: SchoolToFill, log: (sentence: string) => void): Promise<void> {
  const { academicClerk, administrator, principal, vicePrincipal, sealClerk, homeroomTeachers } = school.people;
  await createFirstAccounts(world, school, [
    [administrator, 'administrator'],
    [academicClerk, 'academicClerk'],
  ]);
  log('Nhập bảng tính của trường…');
  await importWorkbook(await open(world, academicClerk), school.workbook);
  const homeroom = school.classes.flatMap((code) => homeroomTeachers.get(code) ?? []);
  const teachers = [...new Set([...homeroom, ...(school.alsoSigning ?? [])])];
  log(`Mở tài khoản và cấp chứng thư cho ${teachers.length + 3} người…`);
  const office = await open(world, administrator);
  await confirmPositions(office);
  await openAccounts(office, world, [principal, vicePrincipal, sealClerk, ...teachers]);
  for (const person of [principal, ...teachers]) await giveCredential(world, school, person);
  await giveSeal(world, school, await open(world, sealClerk));
}

const signedInPeople = new WeakMap<World, Map<string, Promise<HttpClient>>>();

/** A signed-in person of the school; signs in once, as people do. */
export function open(world: World, { loginName }: Pick<Person, 'loginName'>): Promise<HttpClient> {
  const people = signedInPeople.get(world) ?? new Map<string, Promise<HttpClient>>();
  signedInPeople.set(world, people);
  const known = people.get(loginName);
  if (known) return known;
  const client = signedIn(world.urls.school, loginName, world.secrets.password);
  people.set(loginName, client);
  client.catch(() => people.delete(loginName));
  return client;
}

async function createFirstAccounts(
  world: World,
  school: SchoolToFill,
  people: readonly (readonly [Person, string])[],
): Promise<void> {
  const accounts = people.map(([person, position]) => ({
    username: person.loginName.toLowerCase(),
    password: world.secrets.password,
    fullName: person.fullName,
    schoolId: school.schoolId,
    staffId: person.staffId,
    positions: [position],
    communeCode: null,
  }));
  await createAccounts(world, 'school', accounts);
}

/** Through the operator's command, as whoever installs a server does. */
export async function createAccounts(world: World, install: 'school' | 'province' | 'ministry', accounts: object[]) {
  const script = join(import.meta.dirname, '../../server/src/operator.ts');
  const child = spawn(process.execPath, [script, world.settingsFile(install), 'create-accounts'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(JSON.stringify(accounts));
  let problem = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    problem += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`create-accounts: ${problem}`);
}

interface ImportRun {
  readonly status: string;
  readonly report: { problems?: { sentence: string; severity: string }[]; refusal?: { sentence: string } };
}

/** Uploads and waits for the end. @throws Error with the first problem when it was not applied. */
export async function importWorkbook(clerk: HttpClient, workbook: Uint8Array): Promise<ImportRun> {
  const { importId } = await clerk.upload<{ importId: string }>('/api/imports', {
    name: 'truong.xlsx',
    bytes: workbook,
  });
  for (;;) {
    const run = await clerk.get<ImportRun>(`/api/imports/${importId}`);
    if (run.status === 'applied') return run;
    if (run.status !== 'reading') throw new Error(`import ${run.status}: ${JSON.stringify(run.report).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** What the workbook proposed counts once the administrator has said so. */
async function confirmPositions(administrator: HttpClient): Promise<void> {
  const { accounts } = await administrator.get<{
    accounts: { accountId: string; positions: string[]; proposedPositions: string[] }[];
  }>('/api/accounts');
  for (const { accountId, positions, proposedPositions } of accounts) {
    if (proposedPositions.length === 0) continue;
    const confirmed = [...positions, ...proposedPositions];
    await administrator.put(`/api/accounts/${accountId}/positions`, { positions: confirmed });
  }
}

async function openAccounts(administrator: HttpClient, world: World, people: readonly Person[]): Promise<void> {
  const { accounts } = await administrator.get<{
    accounts: { accountId: string; username: string; opened: boolean }[];
  }>('/api/accounts');
  const known = new Map(accounts.map((account) => [account.username, account]));
  for (const person of people) {
    const account = known.get(person.loginName.toLowerCase());
    if (!account) throw new Error(`no account for ${person.loginName}`);
    if (account.opened) continue;
    await administrator.put(`/api/accounts/${account.accountId}/password`, { password: world.secrets.password });
  }
}

/** A key at the signing service, a certificate for it, and the link to the school's system. */
export async function giveCredential(world: World, school: Named, person: Person): Promise<void> {
  const userId = person.loginName.toLowerCase();
  const { pin } = world.secrets;
  const { credentialId, publicKey } = await world.signing.createUser({ userId, fullName: person.fullName, pin });
  const { certificate, chain } = await world.certificates.issue({
    kind: 'staff',
    publicKey,
    subject: { commonName: person.fullName, organisation: school.schoolName, title: person.position },
    requestId: `staff-${school.schoolId}-${person.staffId}`,
  });
  await world.signing.installCertificate(credentialId, [certificate, ...chain]);
  await linkCredential(await open(world, person), { userId, pin });
}

/** The seal as a PKCS#12 file on disk, as the seal clerk would have it, taken in by the school's system. */
export async function giveSeal(world: World, school: Named, sealClerk: HttpClient): Promise<void> {
  const path = join(world.directory, `con-dau-${school.schoolId}.p12`);
  if (!existsSync(path)) {
    const file = await world.certificates.keyFile({
      kind: 'seal',
      subject: {
        commonName: school.schoolName,
        organisation: school.schoolName,
        organisationIdentifier: school.schoolId,
      },
      password: world.secrets.sealPassword,
      keyKind: 'rsa-3072',
    });
    writeFileSync(path, file, { mode: 0o600 });
  }
  const bytes = new Uint8Array(readFileSync(path));
  await sealClerk.upload('/api/signing/seal', { name: 'con-dau.p12', bytes }, { password: world.secrets.sealPassword });
}
