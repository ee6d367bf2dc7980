import type { Certificate } from '../certificate/certificate.ts';

/** What a trusted service does; of others only certificates are known. */
export type TrustServiceKind = 'ca' | 'timestamping' | 'ocsp' | 'other';

/** Whether the authority that keeps the list stands behind the service. */
export type TrustStatus = 'granted' | 'withdrawn';

/** One stretch of a service’s life. */
export interface TrustPeriod {
  readonly status: TrustStatus;
  /** Epoch milliseconds, included. */
  readonly from: number;
  /** Epoch milliseconds, excluded; absent: until now. */
  readonly until?: number;
}

export interface TrustService {
  readonly name: string;
  /** Who runs it. */
  readonly provider: string;
  readonly kind: TrustServiceKind;
  /** Which of several disjoint hierarchies it belongs to: `public`, `government`, a country of a trusted list. */
  readonly domain: string;
  /** Its digital identities. */
  readonly certificates: readonly Certificate[];
  /** Oldest first, without gaps. */
  readonly history: readonly TrustPeriod[];
}

/** Whom a verifier trusts, and since when and until when it did. */
export interface TrustStore {
  readonly name: string;
  readonly services: readonly TrustService[];
}

/** An anchor with the time it was trusted; epoch milliseconds, the end excluded. */
export interface DatedAnchor {
  readonly certificate: Certificate;
  readonly trustedFrom: number;
  readonly trustedUntil?: number;
  readonly service: TrustService;
}

/** Every stretch of trust of every service of the kinds asked for; `ca` unless said otherwise. */
export function datedAnchors(
  { services }: TrustStore,
  kinds: readonly TrustServiceKind[] = ['ca'],
): readonly DatedAnchor[] {
  return services
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((service) =>
      service.history
        .filter(({ status }) => status === 'granted')
        .flatMap(({ from, until }) =>
          service.certificates.map((certificate) => ({
            ...{ certificate, service, trustedFrom: from },
            ...(until !== undefined && { trustedUntil: until }),
          })),
        ),
    );
}

/**
 * Who was trusted at a time, epoch milliseconds. A service withdrawn later stays good for what is proven to be older: ask
 * for the best proven signing time. @spec TS 119 612 5.5.4, EN 319 102-1 5.1.4.2
 */
export function anchorsAt(
  store: TrustStore,
  time: number,
  kinds: readonly TrustServiceKind[] = ['ca'],
): readonly Certificate[] {
  const trusted = datedAnchors(store, kinds).filter(
    ({ trustedFrom, trustedUntil = Number.POSITIVE_INFINITY }) => trustedFrom <= time && time < trustedUntil,
  );
  return [...new Set(trusted.map(({ certificate }) => certificate))];
}

/** Several stores as one; each service stays what it is. */
export function joinTrustStores(name: string, stores: readonly TrustStore[]): TrustStore {
  return { name, services: stores.flatMap(({ services }) => services) };
}

/** Statuses with their starts, in any order, as stretches oldest first. */
export function periodsOf(statuses: readonly { status: TrustStatus; from: number }[]): readonly TrustPeriod[] {
  const sorted = statuses.toSorted((a, b) => a.from - b.from);
  return sorted.map((one, i) => {
    const until = sorted[i + 1]?.from;
    return until === undefined ? one : { ...one, until };
  });
}
