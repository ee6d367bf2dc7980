import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { root } from './source-tree.ts';

/** Each arrow breaks exactly the rule it is listed under; the last list breaks none. */
const BROKEN: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'record-signature-and-transparency-know-nobody': [
    ['packages/record/src/a.ts', 'packages/rules/src/index.ts'],
    ['packages/signature/src/a.ts', 'packages/record/src/index.ts'],
  ],
  'rules-rendition-and-protocol-know-records': [['packages/rules/src/a.ts', 'packages/signature/src/index.ts']],
  'verify-knows-what-it-checks-with': [['packages/verify/src/a.ts', 'packages/protocol/src/index.ts']],
  'packages-have-no-node': [['packages/rules/src/b.ts', 'node:fs']],
  'packages-through-the-front-door': [['packages/rules/src/c.ts', 'packages/record/src/inside.ts']],
  'programs-use-packages-through-the-front-door': [['server/src/platform/c.ts', 'packages/record/src/inside.ts']],
  'web-cli-and-agent-talk-by-http': [['cli/src/a.ts', 'server/src/platform/d.ts']],
  'simulators-know-packages-never-the-server': [['simulators/ca/a.ts', 'server/src/platform/d.ts']],
  'simulators-never-in-products': [['server/src/platform/e.ts', 'simulators/ca/b.ts']],
  'a-feature-knows-only-earlier-features': [
    ['server/src/features/people/a.ts', 'server/src/features/signing/index.ts'],
  ],
  'features-through-the-front-door': [['server/src/features/signing/b.ts', 'server/src/features/people/inside.ts']],
  'installs-choose-features-by-the-front-door': [
    ['server/src/installs/school.ts', 'server/src/features/people/inside.ts'],
  ],
  'platform-knows-no-feature': [['server/src/platform/f.ts', 'server/src/features/people/index.ts']],
  'nothing-knows-installs': [['server/src/features/signing/c.ts', 'server/src/installs/school.ts']],
  'decisions-and-policies-are-pure': [
    ['server/src/features/signing/signing.policy.ts', 'server/src/platform/d.ts'],
    ['server/src/features/people/people.ts', 'server/src/features/people/people.store.ts'],
  ],
  'only-tests-use-tests': [['packages/rules/src/d.ts', 'packages/rules/src/x.test.ts']],
  'every-import-resolves': [['server/src/platform/g.ts', 'server/src/platform/missing.ts']],
  'no-circular': [['server/src/platform/h.ts', 'server/src/platform/h.ts']],
};
const ALLOWED: readonly (readonly [string, string])[] = [
  ['packages/rules/src/e.ts', 'packages/record/src/index.ts'],
  ['packages/verify/src/b.ts', 'packages/rendition/src/index.ts'],
  ['packages/rules/src/x.test.ts', 'node:fs'],
  ['server/src/features/signing/d.ts', 'server/src/features/people/index.ts'],
  ['server/src/features/signing/signing.ts', 'packages/record/src/index.ts'],
  ['server/src/installs/province.ts', 'server/src/features/people/index.ts'],
  ['server/src/main.ts', 'server/src/installs/school.ts'],
  ['simulators/ca/c.ts', 'packages/record/src/index.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'hocba-fences-'));
after(() => rmSync(folder, { recursive: true }));

function writeTree(): void {
  const files = new Map<string, string[]>();
  for (const [from, to] of [...Object.values(BROKEN).flat(), ...ALLOWED]) {
    files.set(from, [...(files.get(from) ?? []), to]);
    if (!to.startsWith('node:') && !to.includes('missing')) files.set(to, files.get(to) ?? []);
  }
  for (const [path, imports] of files) {
    const lines = imports.map(
      (to) => `import '${to.startsWith('node:') ? to : join('../'.repeat(path.split('/').length - 1), to)}';`,
    );
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(
      join(folder, path),
      `${lines.map((line) => line.replace(/'(?![.n])/, "'./")).join('\n')}\nexport {};\n`,
    );
  }
  for (const path of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json', 'server/features.json'])
    cpSync(join(root, path), join(folder, path));
  for (const name of readdirSync(join(root, 'packages'))) {
    mkdirSync(join(folder, 'packages', name), { recursive: true });
    cpSync(join(root, 'packages', name, 'package.json'), join(folder, 'packages', name, 'package.json'));
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', include: ['**/*.ts'] }),
  );
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

test('each rule catches the arrow it names, and arrows that point down pass', () => {
  writeTree();
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [
      program,
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'json',
      'packages',
      'server',
      'cli',
      'simulators',
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    },
  );
  const { violations } = JSON.parse(stdout).summary as {
    violations: { from: string; to: string; rule: { name: string } }[];
  };
  const found = new Set(violations.map(({ from, rule }) => `${rule.name} ${from}`));
  const expected = Object.entries(BROKEN).flatMap(([rule, arrows]) => arrows.map(([from]) => `${rule} ${from}`));
  for (const broken of expected) assert.ok(found.has(broken), broken);
  const innocent = new Set(ALLOWED.map(([from]) => from));
  assert.deepEqual(
    violations.filter(({ from }) => innocent.has(from)),
    [],
  );
});

test('every rule of the configuration is tried above, but the manifest rule', () => {
  const script = `import('${join(root, '.dependency-cruiser.mjs')}').then(({ default: { forbidden } }) => console.log(JSON.stringify(forbidden.map(({ name }) => name))))`;
  const names = new Set<string>(JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })));
  names.delete('only-what-the-manifest-names');
  assert.deepEqual([...names].sort(), Object.keys(BROKEN).sort());
});
