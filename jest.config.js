const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // Node loads specs and sources itself: Jest finds the files, shares them out and counts.
  testRunner: '<rootDir>/libs/testing/src/run-specs.mjs',
  transform: {},
  // How long each file took, so that the longest begin first; in /tmp it stays behind.
  cacheDirectory: '<rootDir>/.onewindow/jest',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
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
