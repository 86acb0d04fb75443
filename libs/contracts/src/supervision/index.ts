export * from './acknowledge-handover.v1.js';
export * from './find-handover.v1.js';
export * from './handover-acknowledged.v1.js';
export * from './list-handovers.v1.js';
export * from './list-items.v1.js';
