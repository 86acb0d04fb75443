export { Neighbour } from './a-neighbour.js';
export { ServiceAlone, type AloneOptions } from './a-service-alone.js';
export { aServiceDatabase, type ServiceDatabase } from './a-service-database.js';
