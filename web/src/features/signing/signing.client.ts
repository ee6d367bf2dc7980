import type { PartialDate, RecordState } from '@hocba/record';
import { queryOptions } from '@tanstack/react-query';
import type { serviceKinds, slotLabels } from '../../labels/signing.ts';
import { get, send, upload } from '../../server.ts';

export type Slot = keyof typeof slotLabels;

/** The capacities this person signs in here. */
export const ownSlotsQuery = queryOptions({
  queryKey: ['signing', 'slots'],
  queryFn: async () =>
    (await get<{ slots: readonly { readonly id: Slot }[] }>('/api/signing/slots')).slots.map(({ id }) => id),
});

export interface WaitingDocument {
  readonly yearSheetId: string;
  readonly recordId: string;
  readonly fullName: string;
  readonly birthDate?: PartialDate;
  /** Why the server says to look at this one. */
  readonly notes: readonly string[];
  readonly version: number;
  /** In words. */
  readonly yearResult: string | null;
  readonly state: RecordState;
  readonly status: 'ready' | 'waitingForOthers' | 'signed';
}

export interface WaitingClass {
  readonly classId: string;
  readonly name: string;
  readonly grade: number;
  readonly documents: readonly WaitingDocument[];
}

export interface Credential {
  readonly kind: 'remote' | 'pkcs12' | 'token';
  readonly holder: string;
  readonly serialNumber: string;
  readonly validUntil: string;
}

export interface Waiting {
  readonly classes: readonly WaitingClass[];
  readonly credential: Credential | null;
}

export function waitingQuery(of: { schoolYear: string; slot: Slot }) {
  return queryOptions({
    queryKey: ['signing', 'waiting', of.schoolYear, of.slot],
    queryFn: () => get<Waiting>(`/api/signing/waiting?schoolYear=${of.schoolYear}&slot=${of.slot}`),
  });
}

export type SessionState =
  | 'preparing'
  | 'requesting'
  | 'awaitingApproval'
  | 'signing'
  | 'finished'
  | 'rejected'
  | 'cancelled'
  | 'failed';

export interface SessionLine {
  readonly sessionId: string;
  readonly slot: Slot;
  readonly state: SessionState;
  readonly createdAt: string;
  readonly documents: number;
  readonly credentialKind: Credential['kind'];
}

export const sessionsQuery = queryOptions({
  queryKey: ['signing', 'sessions'],
  queryFn: async () => (await get<{ sessions: readonly SessionLine[] }>('/api/signing/sessions')).sessions,
});

export interface SigningService {
  readonly serviceId: string;
  readonly kind: keyof typeof serviceKinds;
  readonly name: string;
}

export const servicesQuery = queryOptions({
  queryKey: ['signing', 'services'],
  queryFn: () => get<{ services: readonly SigningService[]; tokenAgentUrl: string | null }>('/api/signing/services'),
});

/** Takes over the person's certificate at a service of the school's own. */
export function linkService({ serviceId, userName }: { serviceId: string; userName: string }): Promise<unknown> {
  return send('POST', `/api/signing/services/${serviceId}/link`, { userName });
}

export function linkToken(certificate: { certificate: string; chain: readonly string[] }): Promise<unknown> {
  return send('POST', '/api/signing/token/link', certificate);
}

/** The school's seal on a token at the clerk's desk. */
export function registerSealToken(certificate: { certificate: string; chain: readonly string[] }): Promise<unknown> {
  return send('POST', '/api/signing/seal/token', certificate);
}

export interface ToSign {
  readonly certificate: string;
  readonly left: number;
  /** `follows`: the digest of what this act signed before and this one was made of. */
  readonly documents: readonly { readonly digest: string; readonly label: string; readonly follows?: string }[];
}

export function readToSign(sessionId: string): Promise<ToSign> {
  return get(`/api/signing/sessions/${sessionId}/to-sign`);
}

export function deliverSignatures(sessionId: string, signatures: readonly string[]): Promise<{ kept: number }> {
  return send('POST', `/api/signing/sessions/${sessionId}/signatures`, { signatures });
}

export interface SigningSession extends Omit<SessionLine, 'documents'> {
  readonly problem: string | null;
  readonly listDigest: string | null;
  readonly signatoryName: string;
  readonly sealOpenUntil: string | null;
  readonly counts: Readonly<
    Record<'listed' | 'prepared' | 'signed' | 'refused' | 'timestamped' | 'issued' | 'waitingForPrincipal', number>
  >;
  /** PDFs a seal on a token signs after the XML; all zero until there are some. */
  readonly secondList: Readonly<Record<'listed' | 'prepared' | 'signed' | 'refused' | 'timestamped', number>> | null;
  readonly refusedItems: readonly { yearSheetId: string; label: string; problem: string | null }[];
}

const WHILE_WORKING_MS = 600;

export function signingSessionQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['signing', 'session', sessionId],
    queryFn: () => get<SigningSession>(`/api/signing/sessions/${sessionId}`),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : WHILE_WORKING_MS),
  });
}

export function totalOf({ counts }: SigningSession): number {
  return counts.listed + counts.prepared + counts.signed + counts.refused;
}

/** Nothing is left to do: signed, timestamped and, for the seal, issued. */
export function isComplete({ state, slot, counts }: SigningSession): boolean {
  const done = slot === 'organisationSeal' ? Math.min(counts.timestamped, counts.issued) : counts.timestamped;
  return state === 'finished' && done >= counts.signed;
}

/** Of a seal on a token: it signs XML and PDF in two steps. */
export function inTwoSteps({ slot, credentialKind }: SigningSession): boolean {
  return slot === 'organisationSeal' && credentialKind === 'token';
}

/** Documents the token is to sign now: of the second list once it is there. */
export function waitingForToken({ counts, secondList }: SigningSession): number {
  return counts.prepared > 0 ? counts.prepared : (secondList?.prepared ?? 0);
}

/** Ended before everything was signed. */
export function isBrokenOff({ state }: Pick<SigningSession, 'state'>): boolean {
  return state === 'rejected' || state === 'cancelled' || state === 'failed';
}

function isOver(session: SigningSession): boolean {
  return isBrokenOff(session) || isComplete(session);
}

export interface StartSession {
  readonly slot: Slot;
  readonly yearSheetIds: readonly string[];
  readonly sealPassword?: string;
}

export function startSession(start: StartSession): Promise<{ sessionId: string }> {
  return send('POST', '/api/signing/sessions', start);
}

/** Where the signing service asks who it is. */
export function beginLink(): Promise<{ url: string }> {
  return send('POST', '/api/signing/remote/link');
}

export const linkProblemQuery = queryOptions({
  queryKey: ['signing', 'link-problem'],
  queryFn: async () => (await get<{ sentence: string | null }>('/api/signing/remote/link-problem')).sentence,
  staleTime: Number.POSITIVE_INFINITY,
});

export function registerSeal({ file, password }: { file: File; password: string }): Promise<unknown> {
  return upload('/api/signing/seal', file, { password });
}

/** Without a password for a seal on a token. */
export function reopenSeal(sessionId: string, sealPassword?: string): Promise<unknown> {
  return send('POST', `/api/signing/sessions/${sessionId}/seal`, sealPassword === undefined ? {} : { sealPassword });
}

/** Stops an act; what is signed stays signed. */
export function cancelSession(sessionId: string): Promise<unknown> {
  return send('POST', `/api/signing/sessions/${sessionId}/cancellation`);
}
