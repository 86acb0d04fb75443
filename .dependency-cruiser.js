import { readFileSync, readdirSync } from 'node:fs';

const libs = `${import.meta.dirname}/libs`;
const tagsOf = (lib) => JSON.parse(readFileSync(`${libs}/${lib}/package.json`, 'utf8')).nx.tags;
const sourcesOf = (...tags) => {
  const tagged = readdirSync(libs).filter((lib) => tagsOf(lib).some((tag) => tags.includes(tag)));
  return `^libs/(${tagged.join('|')})/src/`;
};

const pure = sourcesOf('type:pure');
const hashing = sourcesOf('type:hashing');
const computing = sourcesOf('type:pure', 'type:hashing');
const specs = '(\\.spec\\.ts$|^apps/[^/]+/(test|bench)/|^libs/[^/]+/(test|bench)/|^tools/test/)';
const rows = '^apps/[^/]+/src/adapters/persistence/([^/]+\\.row|rows)\\.ts$';
const compositionRoot = '^apps/[^/]+/src/[^/]+\\.ts$';
const frameworks =
  '(^|/)node_modules/(@nestjs|@mikro-orm|@nats-io|@fastify|fastify|pg|rxjs|class-validator|class-transformer|reflect-metadata)/';

/** Layers inside a service. Who may use which package is the business of the Nx tags in eslint.config.js. */
export default {
  forbidden: [
    {
      name: 'imports-resolve',
      comment: 'What cannot be resolved is invisible to every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'With ES modules and decorator metadata a cycle is a crash at load.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-libs-stay-pure',
      comment: 'They run in a browser and in a spec alike: no package, no Node built-in.',
      severity: 'error',
      from: { path: pure, pathNot: specs },
      to: { pathNot: pure },
    },
    {
      name: 'hashing-libs-only-hash',
      comment: 'They run in a browser too: the pure libs and one package that computes digests.',
      severity: 'error',
      from: { path: hashing, pathNot: specs },
      to: { pathNot: [hashing, pure, '(^|/)node_modules/@noble/hashes/'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'A decision knows its own domain and the libs that only compute.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/domain/', pathNot: specs },
      to: { pathNot: ['^apps/$1/src/domain/', computing] },
    },
    {
      name: 'domain-reaches-no-framework',
      comment: 'Not even through a file in between.',
      severity: 'error',
      from: {
        path: `(^apps/[^/]+/src/(domain|use-cases)/|${computing})`,
        pathNot: specs,
      },
      to: { path: frameworks, reachable: true },
    },
    {
      name: 'use-cases-know-no-adapter',
      comment: 'A use case asks for what it needs through ports.ts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/use-cases/', pathNot: specs },
      to: { pathNot: ['^apps/$1/src/(domain|use-cases)/', computing] },
    },
    {
      name: 'policies-and-views-know-no-adapter',
      comment:
        'Adapters call them, they never call back. Views read the rows, which is what rows are for.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/(policies|views)/', pathNot: specs },
      to: {
        path: '^apps/$1/src/(adapters/|main\\.ts$|[^/]+\\.module\\.ts$)',
        pathNot: rows,
      },
    },
    {
      name: 'rows-stay-in-persistence',
      comment: 'The shape of a table is known to who stores and who lists, and to nobody else.',
      severity: 'error',
      from: {
        path: '^apps/',
        pathNot: [specs, '^apps/[^/]+/src/(adapters/persistence|views)/', compositionRoot],
      },
      to: { path: rows },
    },
    {
      name: 'only-main-knows-the-module',
      comment: 'The composition root knows every part, no part knows it.',
      severity: 'error',
      from: { path: '^apps/', pathNot: [specs, compositionRoot] },
      to: { path: '^apps/[^/]+/src/[^/]+\\.module\\.ts$' },
    },
    {
      name: 'services-talk-by-contract',
      comment: 'They meet only in libs/contracts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pages-know-pure-libs',
      comment:
        'Pages run in a browser: they know the interface of the gateway and what runs anywhere.',
      severity: 'error',
      from: { path: '^apps/portal/src/', pathNot: specs },
      to: { pathNot: ['^apps/portal/src/', '(^|/)node_modules/', computing] },
    },
    {
      name: 'libs-know-no-service',
      comment: 'A library serves every service and therefore knows none.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'testing-stays-in-specs',
      comment: 'The harness never ships.',
      severity: 'error',
      from: { pathNot: [specs, '^libs/testing/', '^apps/system-tests/'] },
      to: { path: '^libs/(testing|[^/]+/test)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${import.meta.dirname}/tsconfig.json` },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|boundary-fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['types', 'module', 'main'],
    },
  },
};
