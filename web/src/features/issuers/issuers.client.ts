import { queryOptions } from '@tanstack/react-query';
import { get, send } from '../../server.ts';

export type IssuerState = 'requested' | 'approved' | 'refused' | 'ended';

export interface Issuer {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly certificateSha256: string;
  readonly requestedAt: string;
  readonly state: IssuerState;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** The certificate's subject and issuer in words. */
  readonly subject: string;
  readonly issuer: string;
  readonly notAfter: string;
}

export const issuersQuery = queryOptions({
  queryKey: ['issuers'],
  queryFn: async () => (await get<{ issuers: readonly Issuer[] }>('/api/issuers')).issuers,
});

export interface IssuerDecision {
  readonly schoolId: string;
  readonly certificateSha256: string;
  readonly decision: 'approved' | 'refused' | 'ended';
  readonly validFrom?: string;
  readonly validTo?: string;
}

export function decideIssuer(decision: IssuerDecision): Promise<unknown> {
  return send('POST', '/api/issuers', decision);
}
