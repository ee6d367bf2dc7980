/** One thing that is wrong, for a person: what, where, what to do next. */
export interface Problem {
  readonly code: string;
  readonly sentence: string;
  readonly where?: string;
}

/** A refusal a person will read. `sentence` is Vietnamese. Anything else that is thrown is a fault and answers 500. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
  readonly problems: readonly Problem[];

  constructor(of: { code: string; status: number; sentence: string; problems?: readonly Problem[]; cause?: unknown }) {
    super(`${of.code}: ${of.sentence}`, { cause: of.cause });
    this.code = of.code;
    this.status = of.status;
    this.sentence = of.sentence;
    this.problems = of.problems ?? [];
  }
}

export function notFound(what: string): AppError {
  return new AppError({ code: 'not-found', status: 404, sentence: `Không tìm thấy ${what}.` });
}

/** What a policy function answers: yes, or why not in a sentence. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly sentence: string };

export const allowed: Permission = { allowed: true };

export function refused(sentence: string): Permission {
  return { allowed: false, sentence };
}

/** @throws AppError 403 with the policy's own sentence. */
export function permit(permission: Permission): void {
  if (!permission.allowed) throw new AppError({ code: 'not-permitted', status: 403, sentence: permission.sentence });
}
