export { Memory, type ArmedDeadline } from './memory.js';
