export * from './report-delivered.v1.js';
