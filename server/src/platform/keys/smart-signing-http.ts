import { postJson, ServiceError } from './service-http.ts';

/** How this install, or one school, proves itself to the service. */
export interface SmartAccount {
  readonly url: string;
  readonly spId: string;
  readonly spPassword: string;
}

export interface SmartAnswer {
  readonly code: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export type PostCall = (path: string, body: object) => Promise<SmartAnswer>;

/** Codes of `status_code` that answer a question; all others refuse. */
const ANSWERS = [1, 200, 4000, 4001, 4002];

/** Every call of the interface: the asking program proves itself in each body. Rejects with ServiceError. */
export function smartPost({ url, spId, spPassword }: SmartAccount): PostCall {
  const base = `${url.replace(/\/$/, '')}/sca/sp769/v1`;
  return async (path, given) => {
    const body = { sp_id: spId, sp_password: spPassword, ...given };
    const answer = (await postJson({ url: `${base}/${path}`, body })).body;
    const code = Number(answer['status_code']);
    if (!ANSWERS.includes(code)) throw new ServiceError('refused', `${code} ${String(answer['message'] ?? '')}`);
    return { code, data: (answer['data'] ?? {}) as Record<string, unknown> };
  };
}
