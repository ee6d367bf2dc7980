import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DssVerdict {
  /** `TOTAL_PASSED` … */
  readonly indication: string;
  /** `XAdES-BASELINE-LT` … */
  readonly format: string;
}

const jars = join(import.meta.dirname, '../../.cache/dss');

/** Why EU DSS cannot be asked, or false. */
export const dssMissing = existsSync(jars)
  ? false
  : 'EU DSS is not here: mvn -q -f tests/judges/dss.pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/.cache/dss"';

/** What EU DSS says of each signature of each file, in the order of the file, where these certificates are trusted. */
export function judgeByDss(
  files: Readonly<Record<string, Uint8Array>>,
  trusted: readonly Uint8Array[],
): ReadonlyMap<string, readonly DssVerdict[]> {
  const directory = mkdtempSync(join(tmpdir(), 'hocba-dss-'));
  try {
    const [anchors, classes] = ['anchors', 'classes'].map((name) => join(directory, name));
    mkdirSync(String(anchors));
    for (const [index, der] of trusted.entries()) writeFileSync(join(String(anchors), `${index}.der`), der);
    const paths = new Map(Object.keys(files).map((name, index) => [join(directory, `${index}.xml`), name]));
    for (const [path, name] of paths) writeFileSync(path, files[name] ?? new Uint8Array());
    const source = join(import.meta.dirname, 'DssJudge.java');
    execFileSync('javac', ['-cp', `${jars}/*`, '-d', String(classes), source]);
    const command = ['-cp', `${classes}:${jars}/*`, 'DssJudge', String(anchors), ...paths.keys()];
    const lines = execFileSync('java', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return verdictsIn(lines, paths);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function verdictsIn(lines: string, names: ReadonlyMap<string, string>) {
  const verdicts = new Map<string, DssVerdict[]>([...names.values()].map((name) => [name, []]));
  for (const line of lines.split('\n')) {
    const [path = '', , indication = '', format = ''] = line.split('\t');
    verdicts.get(names.get(path) ?? '')?.push({ indication, format });
  }
  return verdicts;
}
