export * from './actor.js';
export * from './change.js';
export * from './condition.js';
export * from './lifecycle.js';
export * from './money.js';
export * from './refusal.js';
export * from './time.js';
export * from './unit-of-work.js';
