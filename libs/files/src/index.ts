export * from './content-hash.js';
export * from './file-name.js';
export * from './file-receipt.js';
export * from './file-refusals.js';
export * from './file-store.js';
export * from './folder-store.js';
export * from './media-types.js';
export * from './signed-file-receipts.js';
