import { readFileSync } from 'node:fs';
import { parseValidationPolicy, type ValidationPolicy } from '@hocba/signature';
import { UsageError } from '../usage-error.ts';

export interface PolicyFile {
  readonly json: string;
  readonly policy: ValidationPolicy;
}

/** The file of `--policy`. Throws UsageError. */
export function readPolicyFile(path: string): PolicyFile {
  try {
    const json = readFileSync(path, 'utf8');
    return { json, policy: parseValidationPolicy(json) };
  } catch (error) {
    throw new UsageError(`Không đọc được tệp quy định “${path}” (${error instanceof Error ? error.message : error}).`);
  }
}
