import { queryOptions } from '@tanstack/react-query';
import type { positionLabels } from '../../labels/people.ts';
import { get, keepCsrfToken, send } from '../../server.ts';

export type Position = keyof typeof positionLabels;

export interface Actor {
  readonly accountId: string;
  readonly schoolId: string;
  readonly fullName: string;
  readonly staffId: string | null;
  readonly positions: readonly Position[];
}

export type InstallKind = 'school' | 'province' | 'ministry' | 'portal';

export interface Session {
  readonly actor: Actor;
  readonly csrfToken: string;
  readonly install: InstallKind;
  readonly organisationName: string;
}

/** Who is signed in. @throws Refusal 401 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await get<Session>('/api/session');
    keepCsrfToken(session.csrfToken);
    return session;
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

export async function signIn(credentials: { username: string; password: string }): Promise<void> {
  keepCsrfToken((await send<{ csrfToken: string }>('POST', '/api/session', credentials)).csrfToken);
}

export function signOut(): Promise<unknown> {
  return send('DELETE', '/api/session');
}

export interface Account {
  readonly accountId: string;
  readonly username: string;
  readonly fullName: string;
  readonly positions: readonly Position[];
  /** Named by the workbook; they count once confirmed. */
  readonly proposedPositions: readonly Position[];
  readonly active: boolean;
  /** Has a password. */
  readonly opened: boolean;
}

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async () => (await get<{ accounts: readonly Account[] }>('/api/accounts')).accounts,
});

/** Settles what a person is; the administrator keeps that position beside. */
export function setPositions(accountId: string, positions: readonly Position[]): Promise<unknown> {
  const settled = positions.filter((each) => each !== 'administrator');
  return send('PUT', `/api/accounts/${accountId}/positions`, { positions: settled });
}

export function setPassword(accountId: string, password: string): Promise<unknown> {
  return send('PUT', `/api/accounts/${accountId}/password`, { password });
}
