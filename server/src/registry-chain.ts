import type { InstallKind, Peer } from './config.ts';
import { vietnamDay } from './platform/clock.ts';
import type { Platform } from './platform/platform.ts';
import { inForce } from './profile.ts';

type Chain = Pick<Platform, 'config' | 'profile' | 'clock'>;

/** Cơ sở dữ liệu học bạ gốc: the kind of registry records are handed in to today, by profile. */
export function rootKind({ profile, clock }: Chain): 'province' | 'ministry' {
  return inForce(profile.rootRegistry, vietnamDay(clock.now()));
}

export function isRoot(chain: Chain): boolean {
  return chain.config.install === rootKind(chain);
}

/** Where a school hands in its records. @throws Error when the settings name no such peer */
export function rootRegistry(chain: Chain): Peer {
  const kind = rootKind(chain);
  const peer = chain.config.peers.find((each) => each.kind === kind);
  if (!peer) throw new Error(`the settings name no ${kind} among the peers`);
  return peer;
}

/** The registry that the root reports to: the ministry, where the province is the root. */
export function registryAbove(chain: Chain): Peer | undefined {
  return isRoot(chain) && chain.config.install === 'province' ? peerOf(chain, 'ministry') : undefined;
}

/** Portals the root publishes to. */
export function portals(chain: Chain): readonly Peer[] {
  return isRoot(chain) ? chain.config.peers.filter((peer) => peer.kind === 'portal') : [];
}

/** Everyone but schools whom the root tells of approved seals. */
export function toldOfIssuers(chain: Chain): readonly Peer[] {
  return isRoot(chain) ? chain.config.peers.filter((peer) => peer.kind !== 'school') : [];
}

function peerOf({ config }: Chain, kind: InstallKind): Peer | undefined {
  return config.peers.find((peer) => peer.kind === kind);
}
