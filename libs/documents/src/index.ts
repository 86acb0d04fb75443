export * from './document-refusals.js';
export * from './official-document.js';
export * from './press.js';
export { guideDocument, type GuideEdition } from './templates/guide.js';
