/** The protocols of remote signing services this install speaks. */
export const serviceKinds = ['cscV2', 'cscV1', 'smartSigning'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** What a signing service says of a person's key there. */
export interface ServiceCredential {
  readonly credentialId: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly enabled: boolean;
  /** Most signatures one authorisation may cover. */
  readonly multisign: number;
}

export interface AuthorisationWish {
  readonly credentialId: string;
  readonly hashes: readonly Uint8Array[];
  readonly labels: readonly string[];
  /** SHA-256, hex, over the hashes one after the other: shown on both screens where the service can. */
  readonly root: string;
  readonly description: string;
}

export type AuthorisationAnswer =
  | { readonly state: 'pending' }
  | { readonly state: 'refused'; readonly sentence: string }
  | { readonly state: 'approved'; readonly sad: string; readonly expiresInSeconds: number };

export interface SignHashes {
  readonly credentialId: string;
  /** What the approval gave: proves that exactly these digests may be signed. */
  readonly sad: string;
  readonly hashes: readonly Uint8Array[];
  readonly signAlgorithmOid: string;
}

/**
 * A remote signing service, whatever it speaks: asks the signatory's device about exactly the digests given, waits,
 * fetches signatures. `access` is what the service wants to see of the person: a token, or their name there. Every
 * call may be repeated after a lost answer. All reject with ServiceError.
 */
export interface SigningService {
  listCredentials(access: string): Promise<ServiceCredential[]>;
  /** The answer is fetched with `checkAuthorisation`; the text may be kept and outlives this process. */
  requestAuthorisation(access: string, wish: AuthorisationWish): Promise<string>;
  /** `invalid_request` where the service or this process no longer knows the request: ask anew. */
  checkAuthorisation(access: string, request: string): Promise<AuthorisationAnswer>;
  /** In the order of `hashes` if the service is right, ECDSA in whatever form: the caller verifies each. */
  signHashes(access: string, request: SignHashes): Promise<Uint8Array[]>;
}

/** What a person reads when the phone did not say yes. */
export function refusalOf(how: 'rejected' | 'expired'): AuthorisationAnswer {
  const sentence =
    how === 'expired' ? 'Đã quá thời gian xác nhận trên điện thoại.' : 'Người ký đã từ chối trên điện thoại.';
  return { state: 'refused', sentence };
}
