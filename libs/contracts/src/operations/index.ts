export * from './operations.js';
export * from './payloads.js';
export * from './stream-state.js';
