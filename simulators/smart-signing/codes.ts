/** What `status_code` says in answers. */
export const CODE = {
  signed: 1,
  accepted: 200,
  malformed: 400,
  unknownProvider: 401,
  notFound: 404,
  tooMany: 429,
  failed: 500,
  unavailable: 503,
  waiting: 4000,
  expired: 4001,
  rejected: 4002,
  cannotSign: 4003,
  failedToSign: 4004,
} as const;

/** Every answer has this form. */
export function answer(statusCode: number, message: string, data: object | null = null) {
  return { status_code: statusCode, message, data };
}
