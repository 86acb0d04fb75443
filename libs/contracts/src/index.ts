export * from './contract.js';
export * from './envelope.js';
export * from './topology.js';
export * from './operations/index.js';
export * from './seams.js';
