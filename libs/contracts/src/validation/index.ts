export * from './expectations.js';
export * from './reading.js';
export * from './shape.js';
