import type { Trust } from '@hocba/verify';

/** Authorities, lists of revoked certificates and approved seals, as the portal gives them to anyone. */
export async function portalTrust(): Promise<{ trust: Trust; lookupBaseUrl: string }> {
  const response = await fetch('/trust.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`trust.json: ${response.status}`);
  const { anchors, intermediates, crls, issuers, issuersAsOf, lookupBaseUrl } = await response.json();
  const trust: Trust = {
    anchors: anchors.map(fromBase64),
    intermediates: intermediates.map(fromBase64),
    crls: crls.map(fromBase64),
    ocsps: [],
    issuers,
    issuersAsOf,
  };
  return { trust, lookupBaseUrl };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
