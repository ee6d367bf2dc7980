import { type Check, type CheckCode, type CheckName, checkTitles } from '../report.ts';

/** One thing that keeps a check from passing. */
export interface Problem {
  readonly outcome: 'failed' | 'indeterminate';
  readonly code: CheckCode;
  /** Vietnamese. */
  readonly sentence: string;
  /** Code and English words of what was found, for machines. */
  readonly technical?: string | undefined;
}

export function failure(code: CheckCode, sentence: string, technical?: string): Problem {
  return { outcome: 'failed', code, sentence, technical };
}

export function unknown(code: CheckCode, sentence: string, technical?: string): Problem {
  return { outcome: 'indeterminate', code, sentence, technical };
}

export interface Conclusion {
  readonly problems: readonly Problem[];
  /** What may be said when there is no problem. */
  readonly passed: string;
  /** Worth telling, though no problem. */
  readonly notes?: readonly string[];
  readonly required?: boolean;
}

/** The worst problem decides; all are told, each once. */
export function conclude(name: CheckName, { problems, passed, notes = [], required = true }: Conclusion): Check {
  const worst = problems.find(({ outcome }) => outcome === 'failed') ?? problems[0];
  const technical = [...new Set(problems.flatMap((one) => one.technical ?? []))];
  return {
    name,
    title: checkTitles[name],
    outcome: worst?.outcome ?? 'passed',
    required,
    code: worst?.code ?? 'ok',
    sentence: worst?.sentence ?? passed,
    details: [...new Set([...problems.map(({ sentence }) => sentence), ...notes])],
    ...(technical.length > 0 && { technical }),
  };
}
