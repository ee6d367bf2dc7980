import type { EnvelopeTrust, PinnedPeer, TextDigest } from '@hocba/protocol';
import { decodePem, parseCertificate } from '@hocba/signature';

import type { Config, InstallKind, Peer } from '../../config.ts';
import { sha256Hex } from '../digest.ts';

export const textDigest: TextDigest = (text) => sha256Hex(text);

/** What messages to this install are checked against: only the peers of the settings, by their certificates. */
export function envelopeTrust(config: Config, at: Date): EnvelopeTrust {
  return { self: config.organisationId, peers: config.peers.map(pinned), at: at.getTime(), digest: textDigest };
}

function pinned(peer: Peer): PinnedPeer {
  const certificates = decodePem(peer.certificate, 'CERTIFICATE').map((der) => {
    const { notBefore, notAfter } = parseCertificate(der);
    return { der: Buffer.from(der).toString('base64'), validFrom: notBefore, validTo: notAfter };
  });
  return { id: peer.organisationId, certificates };
}

export function findPeer(config: Config, organisationId: string): Peer | undefined {
  return config.peers.find((peer) => peer.organisationId === organisationId);
}

export function peersOfKind(config: Config, kind: InstallKind): readonly Peer[] {
  return config.peers.filter((peer) => peer.kind === kind);
}
