export * from './expectations.js';
export * from './json-schema.js';
export * from './reading.js';
export * from './shape.js';
