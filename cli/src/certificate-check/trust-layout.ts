import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface TrustPaths {
  readonly trust: readonly string[];
  readonly intermediates: readonly string[];
  readonly crls: readonly string[];
  readonly ocsp: readonly string[];
}

/** A trust directory of `hocba verify` brings everything; what is not under its `anchors` must never become an anchor. */
export function inTrustLayout({ trust, intermediates, crls, ocsp }: TrustPaths): TrustPaths {
  const laidOut = trust.filter((path) => existsSync(join(path, 'anchors')));
  const within = (folder: string) => laidOut.map((path) => join(path, folder)).filter((path) => existsSync(path));
  return {
    trust: [...trust.filter((path) => !laidOut.includes(path)), ...within('anchors')],
    intermediates: [...intermediates, ...within('intermediates')],
    crls: [...crls, ...within('crls')],
    ocsp: [...ocsp, ...within('ocsps')],
  };
}
