import { createAccounts } from './fill-school.ts';
import { type HttpClient, signedIn } from './http-client.ts';
import { officers, registryOfficers } from './officers.ts';
import type { World } from './world.ts';

export { registryOfficers } from './officers.ts';
export type RegistryName = keyof typeof registryOfficers;

/** An account for the officer of each registry. */
export async function openRegistries(world: World): Promise<void> {
  for (const name of ['province', 'ministry'] as const) {
    await createAccounts(world, name, [...officers[name](world)]);
  }
}

/** The signed-in officer of a registry. */
export function openOffice(world: World, name: RegistryName): Promise<HttpClient> {
  return signedIn(world.urls[name], registryOfficers[name].username, world.secrets.password);
}

interface Issuer {
  readonly schoolId: string;
  readonly certificateSha256: string;
  readonly state: string;
}

/** Approves the seal a school asked for, once the request has come. */
export async function approveSeal(world: World, root: RegistryName, schoolId: string): Promise<void> {
  const office = await openOffice(world, root);
  for (;;) {
    const { issuers } = await office.get<{ issuers: Issuer[] }>('/api/issuers');
    const asked = issuers.filter((each) => each.schoolId === schoolId);
    for (const { certificateSha256, state } of asked) {
      if (state === 'requested')
        await office.post('/api/issuers', { schoolId, certificateSha256, decision: 'approved' });
    }
    if (asked.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
