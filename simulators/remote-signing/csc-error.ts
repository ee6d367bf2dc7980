/** The error codes of the API. */
export type CscErrorCode =
  | 'invalid_request'
  | 'invalid_token'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'access_denied'
  | 'invalid_pin'
  | 'too_many_requests'
  | 'temporarily_unavailable'
  | 'server_error';

const STATUS: Readonly<Record<CscErrorCode, number>> = {
  invalid_request: 400,
  invalid_token: 401,
  invalid_client: 401,
  invalid_grant: 400,
  unsupported_grant_type: 400,
  access_denied: 400,
  invalid_pin: 400,
  too_many_requests: 429,
  temporarily_unavailable: 503,
  server_error: 500,
};

/** A refusal as the API words it. */
export class CscError extends Error {
  readonly code: CscErrorCode;
  readonly extra: Readonly<Record<string, string>>;

  constructor(code: CscErrorCode, description: string, extra: Readonly<Record<string, string>> = {}) {
    super(description);
    this.code = code;
    this.extra = extra;
  }

  get status(): number {
    return STATUS[this.code];
  }

  get body(): Readonly<Record<string, string>> {
    return { error: this.code, error_description: this.message, ...this.extra };
  }
}

/** A malformed or forbidden request. */
export function invalidRequest(description: string): CscError {
  return new CscError('invalid_request', description);
}
