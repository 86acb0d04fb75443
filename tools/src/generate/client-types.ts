import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The types of the HTTP interface, as the portal's client reads them. */
export async function clientTypes(document: object): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as OpenAPI3, {
    alphabetize: true,
  });
  return `// Generated from docs/openapi.json by npm run generate.\n\n${astToString(nodes)}`;
}
