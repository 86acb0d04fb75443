export * from './config.js';
export * from './place-rules.js';
export * from './service-definition.js';
export { ServiceMigration, type ServiceMigrationClass } from './service-migration.js';
export * from './setting-kinds.js';
export * from './settings.js';
export * from './start-service.js';
export * from './tokens.js';
