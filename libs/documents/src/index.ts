export * from './document-refusals.js';
export * from './official-document.js';
export { textOfPages } from './pdf-text.js';
export * from './press.js';
export { guideDocument, type GuideEdition } from './templates/guide.js';
export * from './paper-series.js';
export * from './seal.js';
export { inChinese } from './templates/chinese-date.js';
export { DAYS, PROCEDURES } from './templates/guide-words.js';
