export * from './session.js';
export * from './upload.js';
