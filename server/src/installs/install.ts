import type { InstallKind } from '../config.ts';
import type { Feature } from '../platform/feature.ts';

/** A kind of install: which features it switches on, and nothing else. */
export interface Install {
  readonly kind: InstallKind;
  readonly features: readonly Feature[];
}

export function install(kind: InstallKind, features: readonly Feature[]): Install {
  return { kind, features };
}
