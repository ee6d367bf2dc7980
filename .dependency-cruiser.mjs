// The dependency rule of ARCHITECTURE.md: arrows point down. Each rule is an error; its comment says what to do.
import { readdirSync, readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const features = read('./server/features.json');
const TESTS = '(\\.test\\.tsx?$|/testing/|^(packages|server|web|cli|agent)/.*/(samples/|test-[a-z0-9-]+\\.ts$))';
const PROGRAMS = '^(server|web|cli|agent|simulators|bench|tests|scripts)/';

/** What package.json exports is a package's front door. */
const frontDoors = readdirSync(new URL('./packages', import.meta.url)).flatMap((name) =>
  Object.values(read(`./packages/${name}/package.json`).exports ?? {}).map(
    (path) => `^packages/${name}/${path.slice(2)}$`,
  ),
);

const laterThan = features.slice(0, -1).map((feature, index) => ({
  name: 'a-feature-knows-only-earlier-features',
  comment:
    'Features stand in the order of a record’s life (server/features.json): an earlier one is told by the install, it does not import.',
  severity: 'error',
  from: { path: `^server/src/features/${feature}/`, pathNot: TESTS },
  to: { path: `^server/src/features/(${features.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'record-signature-and-transparency-know-nobody',
      comment: 'They are worth having elsewhere: take what is needed as an argument.',
      severity: 'error',
      from: { path: '^packages/(record|signature|transparency)/', pathNot: TESTS },
      to: { path: `^packages/|${PROGRAMS}`, pathNot: '^packages/$1/' },
    },
    {
      name: 'rules-rendition-and-protocol-know-records',
      comment: 'They may import @hocba/record and nothing else of ours.',
      severity: 'error',
      from: { path: '^packages/(rules|rendition|protocol)/', pathNot: TESTS },
      to: { path: `^packages/|${PROGRAMS}`, pathNot: '^packages/($1|record)/' },
    },
    {
      name: 'verify-knows-what-it-checks-with',
      comment: 'verify may import record, rules, rendition, signature and transparency.',
      severity: 'error',
      from: { path: '^packages/verify/', pathNot: TESTS },
      to: { path: `^packages/protocol/|${PROGRAMS}` },
    },
    {
      name: 'packages-have-no-node',
      comment:
        'No files, network, clock or process in a pure package: what comes from the world comes in as an argument.',
      severity: 'error',
      from: {
        path: '^packages/(record|rules|protocol|transparency|signature|verify)/src/',
        pathNot: [TESTS, '/src/node\\.ts$', '/node-[a-z0-9-]+\\.ts$'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'packages-through-the-front-door',
      comment: 'Import the package by its name; what it does not export is private.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: TESTS },
      to: { path: '^packages/', pathNot: ['^packages/$1/', ...frontDoors] },
    },
    {
      name: 'programs-use-packages-through-the-front-door',
      comment: 'Import the package by its name; what it does not export is private.',
      severity: 'error',
      from: { path: PROGRAMS, pathNot: [TESTS, '^(tests|bench)/'] },
      to: { path: '^packages/', pathNot: frontDoors },
    },
    {
      name: 'web-cli-and-agent-talk-by-http',
      comment: 'Screens, the command and the token agent ask a server; they never import it.',
      severity: 'error',
      from: { path: '^(web|cli|agent)/', pathNot: '^(cli|agent)/.*(\\.test\\.ts$|/testing/)' },
      to: { path: '^(server|simulators)/' },
    },
    {
      name: 'simulators-know-packages-never-the-server',
      comment: 'A stand-in for the outside world must not share the server’s mistakes.',
      severity: 'error',
      from: { path: '^simulators/' },
      to: { path: '^(server|web|cli)/' },
    },
    {
      name: 'simulators-never-in-products',
      comment: 'Products reach the outside world by its protocols.',
      severity: 'error',
      from: { path: '^(server|web|cli|agent)/', pathNot: TESTS },
      to: { path: '^(simulators|tests|bench|scripts)/' },
    },
    ...laterThan,
    {
      name: 'features-through-the-front-door',
      comment: 'Import the feature’s index.ts; the rest is private.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/' },
      to: {
        path: '^server/src/features/',
        pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'installs-choose-features-by-the-front-door',
      comment: 'Import the feature’s index.ts; the rest is private.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/features/', TESTS] },
      to: { path: '^server/src/features/', pathNot: '^server/src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'The platform is used by features; what it must call is handed to it.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: TESTS },
      to: { path: '^server/src/(features|installs)/' },
    },
    {
      name: 'nothing-knows-installs',
      comment: 'Only the start chooses an install; what differs by install is in installs/ and profiles/.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/(main|start|index)\\.ts$', '^server/src/installs/', TESTS] },
      to: { path: '^server/src/installs/' },
    },
    {
      name: 'decisions-and-policies-are-pure',
      comment:
        'A decision and who may take it import packages, the words actor and app-error, and types from anywhere.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/(\\1|[^/]+\\.policy)\\.ts$' },
      to: {
        pathNot: [
          '^packages/',
          '^server/src/features/$1/($1|[^/]+\\.policy)\\.ts$',
          '^server/src/platform/(actor|app-error)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-tests-use-tests',
      comment: 'Move what is needed out of the test.',
      severity: 'error',
      from: { path: '^(packages|server|web|cli|agent)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'only-what-the-manifest-names',
      comment: 'Add the library to this workspace’s package.json and to docs/dependencies.md.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-import-resolves',
      comment: 'The file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.vite)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
