import type { IncomingMessage } from 'node:http';
import type { Pairing } from '../pairing.ts';
import { type Answer, refusal } from './answer.ts';

export interface Guarded {
  readonly port: number;
  readonly schoolOrigin: string;
  readonly pairing: Pairing;
}

/** A foreign name that was made to point at 127.0.0.1 gets nothing (DNS rebinding). */
export function refuseForeignHost(request: IncomingMessage, { port }: Guarded): Answer | undefined {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (own.includes(request.headers.host ?? '')) return undefined;
  return refusal(421, 'foreign-host', 'Chương trình ký chỉ trả lời tại máy này.');
}

/** Only the school's own pages, and only in a browser that was paired at this PC. */
export function refuseStranger(request: IncomingMessage, { schoolOrigin, pairing }: Guarded): Answer | undefined {
  if (request.headers.origin !== schoolOrigin)
    return refusal(403, 'foreign-page', 'Trang này không phải trang của trường đã ghép với chương trình ký.');
  const code = /^Bearer ([0-9a-f]+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (code !== undefined && pairing.isRight(code)) return undefined;
  return refusal(401, 'not-paired', 'Trình duyệt chưa ghép với chương trình ký. Hãy nhập mã ghép nối hiện trên máy.');
}

/** A form counts only when it comes from the agent's own page. */
export function refuseForeignForm(request: IncomingMessage, { port }: Guarded): Answer | undefined {
  const own = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  if (own.includes(request.headers.origin ?? '')) return undefined;
  return refusal(403, 'foreign-form', 'Yêu cầu không đến từ trang của chương trình ký.');
}

/** What lets the school's page read the answers, and nobody else's. */
export function headersFor({ schoolOrigin }: Guarded): Record<string, string> {
  return {
    'access-control-allow-origin': schoolOrigin,
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-private-network': 'true',
    vary: 'origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Not no-referrer: browsers would then send the form with Origin: null.
    'referrer-policy': 'same-origin',
    // form-action lets the page send the PIN to this program and nowhere else.
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  };
}
