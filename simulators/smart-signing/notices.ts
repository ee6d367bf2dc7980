import type { Provider } from '../signing-provider/provider.ts';
import type { SigningRequest } from '../signing-provider/signing-requests.ts';
import { CODE } from './codes.ts';

/** Tells the asking side that somebody answered; it fetches the signatures itself. A notice that is lost is not repeated. */
export function sendNotice({ settings }: Provider, request: SigningRequest): void {
  const client = settings.clients.find(({ clientId }) => clientId === request.clientId);
  if (client?.noticeUrl === undefined) return;
  const status_code = request.state === 'approved' ? CODE.signed : CODE.rejected;
  const body = JSON.stringify({ sp_id: client.clientId, tran_code: request.requestId, status_code });
  const headers = { 'content-type': 'application/json' };
  fetch(client.noticeUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(3000) }).catch(() => undefined);
}
