import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { depConstraints, specDepConstraints } from './tools/lint/module-boundaries.js';
import { noClientEmit } from './tools/lint/no-client-emit.js';

// Without a project graph the boundary rule skips itself in silence.
await createProjectGraphAsync({ exitOnError: true });

const specs = ['**/*.spec.{ts,tsx}', '**/test/**/*.ts', '**/bench/**/*.ts'];
const readsTheEnvironment = [
  'apps/system-tests/**',
  'libs/service/src/**/config*.ts',
  'libs/testing/**',
  'tools/**',
  ...specs,
];
const toldTheTime = [
  'apps/*/src/{domain,use-cases}/**/*.ts',
  'libs/{kernel,statutory-clock,identifiers,draw}/src/**/*.ts',
];

const tooManyDependencies = {
  selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
  message: 'A constructor with more than five dependencies has two jobs.',
};

const anything = {
  selector:
    ':not(TSTypeParameterInstantiation) > TSAnyKeyword, TSTypeReference[typeName.name=/^(Array|ReadonlyArray|Promise|Record|Map|Set)$/] > TSTypeParameterInstantiation > TSAnyKeyword',
  message: '`any` may only say that a type parameter does not matter; a value is `unknown`.',
};

const everywhere = [tooManyDependencies, anything];

const environment = [
  'MemberExpression[object.name="process"][property.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/]',
].map((selector) => ({
  selector,
  message: 'Configuration is read once, at start, by the config of libs/service.',
}));

const clock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"]',
].map((selector) => ({ selector, message: 'The time is passed in: take `now` as an argument.' }));

const chance = [
  'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
  'CallExpression[callee.object.name="crypto"]',
].map((selector) => ({
  selector,
  message: 'Chance is passed in, so that a decision can be repeated.',
}));

const boundaries = (constraints) => [
  'error',
  { banTransitiveDependencies: true, depConstraints: constraints },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.onewindow/**',
      'coverage/**',
      'tools/boundary-fixtures/**',
      'apps/portal/src/api/{acts,openapi}.ts',
    ],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx, onewindow: { rules: { 'no-client-emit': noClientEmit } } },
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...everywhere, ...environment],
      'onewindow/no-client-emit': 'error',
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-extraneous-class': [
        'error',
        { allowWithDecorator: true, allowEmpty: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-explicit-any': 'off',
      // Payload classes declare shapes: what is sent and stored is plain data of that shape.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An adapter may be asynchronous by its port and have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // A payload class declares what arrives, a type parameter what a caller gets.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: readsTheEnvironment,
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: toldTheTime,
    ignores: specs,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...environment, ...clock, ...chance],
    },
  },
  {
    files: ['tools/**/*.ts', 'libs/testing/**/*.ts', ...specs],
    rules: { 'no-console': 'off' },
  },
  {
    files: specs,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(specDepConstraints),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['apps/portal/src/**/*.{ts,tsx}'],
    extends: [a11y.flatConfigs.strict, hooks.configs.flat.recommended],
    rules: {
      // React calls a handler of events and does not wait for it.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
);
