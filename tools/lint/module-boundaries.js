/**
 * Which kind of project may use which (docs/architecture.md shows the picture).
 * An empty `allowedExternalImports` refuses every npm package.
 */
export const depConstraints = [
  { sourceTag: 'type:pure', onlyDependOnLibsWithTags: ['type:pure'], allowedExternalImports: [] },
  {
    sourceTag: 'type:hashing',
    onlyDependOnLibsWithTags: ['type:pure'],
    allowedExternalImports: ['@noble/hashes/*'],
  },
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: ['type:pure'],
    allowedExternalImports: ['class-validator', 'class-transformer', 'reflect-metadata'],
  },
  {
    sourceTag: 'type:glue',
    onlyDependOnLibsWithTags: ['type:pure', 'type:contracts', 'type:glue'],
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:pure', 'type:contracts', 'type:glue'],
  },
  {
    sourceTag: 'type:service',
    onlyDependOnLibsWithTags: ['type:pure', 'type:hashing', 'type:contracts', 'type:glue'],
  },
  { sourceTag: 'type:portal', onlyDependOnLibsWithTags: ['type:pure', 'type:hashing'] },
  {
    sourceTag: 'type:tools',
    onlyDependOnLibsWithTags: ['type:pure', 'type:hashing', 'type:contracts', 'type:glue'],
  },
  {
    sourceTag: 'type:journeys',
    onlyDependOnLibsWithTags: [
      'type:pure',
      'type:hashing',
      'type:contracts',
      'type:glue',
      'type:testing',
      'type:tools',
    ],
  },
];

/** Specs run with fast-check and may start the test harness, whatever kind of project they prove. */
export const specDepConstraints = depConstraints.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...new Set([...constraint.onlyDependOnLibsWithTags, 'type:testing'])],
  ...(constraint.allowedExternalImports && {
    allowedExternalImports: [...constraint.allowedExternalImports, 'fast-check'],
  }),
}));
