export { Neighbour } from './a-neighbour.js';
export { ServiceAlone, type AloneOptions } from './a-service-alone.js';
