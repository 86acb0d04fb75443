import { workAddressOf, workAskedIn, withoutLamp } from './work-asked.js';

const read = (query: string) => workAskedIn(new URLSearchParams(query));

describe('Which work is shown', () => {
  it.each([
    ['', { of: 'mine' }],
    ['of=pool&lamp=red&text=%20临江%20', { of: 'pool', lamp: 'red', text: '临江' }],
    ['of=cases&status=open&lamp=red', { of: 'cases', status: 'open' }],
    ['of=mine&status=open', { of: 'mine' }],
    ['of=everything&lamp=green&status=lost', { of: 'mine' }],
  ])('%s', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('is read again from the address that it makes', () => {
    const asked = { of: 'agency', lamp: 'yellow', text: '路' } as const;

    expect(read(workAddressOf(asked))).toEqual(asked);
    expect(withoutLamp(asked)).toEqual({ of: 'agency', text: '路' });
  });
});
