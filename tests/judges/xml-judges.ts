import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What an implementation that is not ours says about one signature. */
export interface Verdict {
  readonly signatureId: string;
  readonly valid: boolean;
  readonly says: string;
}

const dsNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/**
 * xmlsec1's verdict on the signatures named, its certificates checked against the trusted roots (PEM). Every element
 * of the file that has an attribute `Id` can be referenced.
 */
export function judgeByXmlsec1(
  file: string,
  signatureIds: readonly string[],
  trustedPem: readonly string[],
): readonly Verdict[] {
  return withTemporaryDirectory((directory) => {
    const roots = trustedPem.flatMap((pem, index) => {
      const path = join(directory, `root-${index}.pem`);
      writeFileSync(path, pem);
      return ['--trusted-pem', path];
    });
    return signatureIds.map((signatureId) => {
      const run = spawnSync('xmlsec1', ['--verify', ...roots, ...idAttributes(file), '--node-id', signatureId, file]);
      if (run.error !== undefined) throw run.error;
      return { signatureId, valid: run.status === 0, says: `${run.stdout}${run.stderr}` };
    });
  });
}

/**
 * Apache Santuario's verdict on every ds:Signature of each file, by the key of its own KeyInfo; undefined where there
 * is no JDK or no Santuario (Debian: default-jdk-headless, libxml-security-java).
 */
export function judgeBySantuario(files: readonly string[]): ReadonlyMap<string, readonly Verdict[]> | undefined {
  if (!existsSync(santuarioJar) || spawnSync('javac', ['-version']).error !== undefined) return undefined;
  return withTemporaryDirectory((directory) => {
    const source = fileURLToPath(new URL('./SantuarioJudge.java', import.meta.url));
    run('javac', ['-cp', santuarioClassPath, '-d', directory, source]);
    const output = run('java', ['-cp', `${directory}:${santuarioClassPath}`, 'SantuarioJudge', ...files]);
    const verdicts = new Map<string, Verdict[]>(files.map((file) => [file, []]));
    for (const line of output.split('\n')) {
      const [file = '', signatureId = '', says = ''] = line.split('\t');
      verdicts.get(file)?.push({ signatureId, says, valid: says === 'true' });
    }
    return verdicts;
  });
}

const santuarioJar = '/usr/share/java/xmlsec.jar';
const santuarioClassPath = ['xmlsec', 'slf4j-api', 'slf4j-nop', 'commons-codec', 'commons-logging']
  .map((name) => `/usr/share/java/${name}.jar`)
  .join(':');

/** xmlsec1 must be told, element by element, which attribute is an Id. */
function idAttributes(file: string): string[] {
  const names = new Set<string>();
  const text = readFileSync(file, 'utf8');
  for (const [, prefix = '', name = ''] of text.matchAll(/<(?:([\w-]+):)?([\p{L}\w-]+)\s[^>]*?\bId=/gu)) {
    names.add(prefix === 'ds' ? `${dsNamespace}:${name}` : name);
  }
  return [...names].flatMap((name) => ['--id-attr:Id', name]);
}

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  return done.stdout;
}

function withTemporaryDirectory<T>(work: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-judge-'));
  try {
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
