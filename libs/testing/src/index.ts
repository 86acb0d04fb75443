export { aDatabase } from './a-database.js';
export type { SpecDatabase } from './a-database.js';
export { aNatsServer } from './a-nats-server.js';
export type { SpecNatsServer } from './a-nats-server.js';
export { eventually } from './eventually.js';
