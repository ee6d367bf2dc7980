import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readPolicyFile } from '../arguments/policy-file.ts';
import { timeOf } from '../arguments/time-of.ts';
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
    ...(values.policy !== undefined && { policy: readPolicyFile(values.policy).json }),
  };
}

function detachedFile(path: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new UsageError(`Không có tệp “${path}”.`);
  return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
}
