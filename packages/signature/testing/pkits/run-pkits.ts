import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PathReport, parseCertificate, validatePath } from '../../src/certificate/index.ts';
import { nodeCrypto } from '../../src/crypto/node-crypto.ts';
import { type PkitsCase, pkitsCases } from './cases.ts';

export interface PkitsAnswer {
  readonly test: PkitsCase;
  readonly report: PathReport;
  readonly agrees: boolean;
}

/**
 * Runs the whole suite from its folder (with `certs/` and `crls/`). Every certificate and list of the suite is at hand in
 * every test, so that the right path has to be found among all. `at` epoch ms.
 */
export async function runPkits(folder: string, at: number): Promise<readonly PkitsAnswer[]> {
  const file = (name: string) => new Uint8Array(readFileSync(join(folder, 'certs', `${name}.crt`)));
  const names = namesIn(join(folder, 'certs'), '.crt');
  const crls = namesIn(join(folder, 'crls'), '.crl').map(
    (name) => new Uint8Array(readFileSync(join(folder, 'crls', `${name}.crl`))),
  );
  const anchors = [parseCertificate(file('TrustAnchorRootCertificate'))];
  const intermediates = names.filter((name) => !name.endsWith('EE')).map(file);
  const answers: PkitsAnswer[] = [];
  for (const test of pkitsCases(names)) {
    const report = await validatePath({
      ...{ leaf: file(test.certificate), intermediates, anchors, at, crls, crypto: nodeCrypto },
      ...{ purpose: 'any', requireExplicitPolicy: false, ...test.settings },
    });
    answers.push({ test, report, agrees: (report.indication === 'passed') === (test.expected === 'valid') });
  }
  return answers;
}

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}
