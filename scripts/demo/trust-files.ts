import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.ts';

/**
 * Completes the world's trust directory with what changes: present revocation lists and the seals the portal knows as
 * approved. After it `hocba verify --trust` reaches a verdict without any network.
 */
export async function writeTrustFiles(world: World): Promise<void> {
  mkdirSync(join(world.trustDirectory, 'crls'), { recursive: true });
  for (const name of ['root', 'issuing']) {
    const list = await fetched(`${world.urls.certificateAuthority}/crl/${name}.crl`);
    writeFileSync(join(world.trustDirectory, 'crls', `${name}.crl`), list);
  }
  writeFileSync(join(world.trustDirectory, 'issuers.json'), await issuersKnown(world));
}

/** Approvals reach the portal by message: waits for the first. */
async function issuersKnown(world: World): Promise<Buffer> {
  for (;;) {
    const bytes = await fetched(`${world.urls.portal}/trust/issuers.json`);
    if ((JSON.parse(bytes.toString()) as { issuers: unknown[] }).issuers.length > 0) return bytes;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function fetched(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
