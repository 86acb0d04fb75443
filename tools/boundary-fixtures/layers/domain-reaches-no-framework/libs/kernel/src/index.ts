export { refuse } from './refuse.js';
