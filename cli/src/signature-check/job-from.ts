import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseValidationPolicy } from '@hocba/signature';
import { readTrustFiles } from '../certificate-check/read-trust-files.ts';
import { inTrustLayout } from '../certificate-check/trust-layout.ts';
import { UsageError } from '../usage-error.ts';
import type { CheckJob } from './check-job.ts';
import { readDatedAnchors } from './read-dated-anchors.ts';

/** What the arguments of `hocba signature` say about trust, material and time; paths and texts as given. */
export interface JobArguments {
  readonly trust: readonly string[];
  readonly 'list-signer': readonly string[];
  readonly certificates: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
  readonly detached: readonly string[];
  readonly at?: string | undefined;
  readonly policy?: string | undefined;
  readonly online: boolean;
}

/** Reads all that is named. Throws UsageError. */
export async function jobFrom(values: JobArguments): Promise<CheckJob> {
  const given = inTrustLayout({ ...values, intermediates: values.certificates });
  const at = timeOf(values.at);
  return {
    anchors: await readDatedAnchors(given.trust, { at, listSigners: values['list-signer'] }),
    ...{ at, online: values.online },
    material: {
      certificates: readTrustFiles(given.intermediates, 'certificates'),
      crls: readTrustFiles(given.crls, 'crls'),
      ocsps: readTrustFiles(given.ocsp, 'ocsps'),
    },
    detached: values.detached.map(detachedFile),
    ...(values.policy !== undefined && { policy: policyText(values.policy) }),
  };
}

function timeOf(given: string | undefined): number {
  const at = given === undefined ? Date.now() : Date.parse(given);
  if (Number.isFinite(at)) return at;
  throw new UsageError(`--at “${given}” không phải thời điểm; viết như 2026-06-01T08:00:00+07:00.`);
}

function detachedFile(path: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`Không có tệp “${path}”.`);
  return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
}

/** Read here as well, so that one sentence is said about a wrong one and not one by every worker. */
function policyText(path: string): string {
  try {
    const json = readFileSync(path, 'utf8');
    parseValidationPolicy(json);
    return json;
  } catch (error) {
    throw new UsageError(`Không đọc được tệp quy định “${path}” (${error instanceof Error ? error.message : error}).`);
  }
}
