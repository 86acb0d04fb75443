import { fetchesFor, type EarlyFetches } from './early-fetches.js';

const KNOWN: EarlyFetches = [
  ['/', ['/api/items?limit=30']],
  ['/items/:code', ['/assets/item.js', '/assets/item.css', '/api/items/:code']],
];

const at = (pathname: string, search = '') => fetchesFor(KNOWN, { pathname, search });

describe('What is fetched before the pages run', () => {
  it('is what the page at the address will ask for', () => {
    expect(at('/')).toEqual(['/api/items?limit=30']);
  });

  it('names the thing in the address as the address writes it', () => {
    expect(at('/items/caf%C3%A9')).toEqual([
      '/assets/item.js',
      '/assets/item.css',
      '/api/items/caf%C3%A9',
    ]);
  });

  it('leaves the question out where the address asks for something special', () => {
    expect(at('/', '?q=water')).toEqual([]);
    expect(at('/items/a', '?q=water')).toEqual(['/assets/item.js', '/assets/item.css']);
  });

  it.each(['/nowhere', '/items/', '/items/a/b', '/xitems/a'])('is nothing at %s', (path) => {
    expect(at(path)).toEqual([]);
  });
});
