import { KnownRoutes } from './known-routes.js';

describe('The known routes', () => {
  const routes = new KnownRoutes();
  routes.add('GET', '/api/items/:code');
  routes.add(['PUT', 'GET'], '/api/items/:code');
  routes.add('GET', '/api/openapi.json');

  it.each([
    ['/api/items/drainage-permit', ['GET', 'PUT']],
    ['/api/items/drainage-permit?x=/y', ['GET', 'PUT']],
    ['/api/items/', []],
    ['/api/items/a/b', []],
    ['/api/openapi.json', ['GET']],
    ['/api/openapiXjson', []],
    ['/api', []],
  ])('of %s take %j', (url, methods) => {
    expect(routes.methodsAt(url)).toEqual(methods);
  });
});
