export { requirements } from './requirements-that-moved-away.js';
