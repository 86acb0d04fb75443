/** The HTTP interface as a document, and the samples of the contracts; apart from the rest because only the gateway and the tools need them. */
export * from './golden-samples.js';
export * from './openapi.js';
