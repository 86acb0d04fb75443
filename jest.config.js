const compiled = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      parser,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: true,
        react: { runtime: 'automatic' },
      },
      target: 'es2024',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': compiled({ syntax: 'typescript', decorators: true }),
    '^.+\\.tsx$': compiled({ syntax: 'typescript', tsx: true }),
  },
  moduleNameMapper: {
    '^@onewindow/tools$': '<rootDir>/tools/src/index.ts',
    '^@onewindow/service/testing$': '<rootDir>/libs/service/test/alone/index.ts',
    '^@onewindow/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@onewindow/([^/]+)/([^/]+)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.onewindow/', '<rootDir>/.nx/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/boundary-fixtures/'],
};

/** Tiers, told apart by the file name: pure specs, specs on real servers, journeys, and what needs Docker. */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: [
        ...common.testPathIgnorePatterns,
        '\\.int\\.spec\\.ts$',
        '\\.e2e\\.spec\\.ts$',
        '\\.containers\\.spec\\.ts$',
      ],
    },
    {
      ...common,
      displayName: 'int',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.int.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/start-servers.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/stop-servers.mjs',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{apps/system-tests,tools}/**/*.e2e.spec.ts'],
    },
    {
      ...common,
      displayName: 'containers',
      testMatch: ['<rootDir>/tools/test/*.containers.spec.ts'],
    },
  ],
  testTimeout: 180_000,
};
