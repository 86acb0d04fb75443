export * from './decision.js';
export * from './file.js';
export * from './item.js';
export * from './listing.js';
export * from './material.js';
export * from './parties.js';
export * from './track.js';
export * from './progress.js';
