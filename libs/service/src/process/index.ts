/** What every process of the platform needs, also one without a journal: it loads neither the database nor the ORM. */
export { configuredOrExit, environment, LOG_LEVELS, type LogLevel } from '../config.js';
export { databaseSetting, type DatabaseAccess } from '../database-setting.js';
export { HealthModule } from '../health.js';
export { openHealthPort, portOf } from '../health-port.js';
export { ServiceLog, type LogFields } from '../log.js';
export { ownProcess } from '../process-life.js';
export { Readiness } from '../readiness.js';
export * from '../setting-kinds.js';
export * from '../settings.js';
export { topologyFrom } from '../topology-file.js';
export { waitUntil } from '../wait-until.js';
