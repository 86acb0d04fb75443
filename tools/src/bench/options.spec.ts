import { readBenchOptions } from './options.js';

describe('what the benchmark is told', () => {
  it('measures whole cases unless told otherwise', () => {
    expect(readBenchOptions([])).toEqual({
      subject: 'cases',
      cases: { json: false, seconds: 30, clients: 32, warmUpSeconds: 6, rounds: 2 },
    });
  });

  it('reads the subject and every option', () => {
    const args = 'cases --json --seconds 10 --clients 8 --warm-up 0 --rounds 1 --profiles p';
    expect(readBenchOptions(args.split(' '))).toEqual({
      subject: 'cases',
      cases: {
        json: true,
        seconds: 10,
        clients: 8,
        warmUpSeconds: 0,
        rounds: 1,
        profiles: 'p',
      },
    });
    expect(readBenchOptions(['portal'])).toEqual({ subject: 'portal' });
    expect(readBenchOptions(['clock', '--clocks', '9'])).toEqual({ subject: 'clock', clocks: 9 });
    expect(readBenchOptions(['clock'])).toEqual({ subject: 'clock', clocks: 1_000_000 });
    expect(readBenchOptions(['approval'])).toEqual({ subject: 'approval', cases: 1_000_000 });
    const kept = ['approval', '--cases', '2000', '--keep', '/var/kept'];
    expect(readBenchOptions(kept)).toEqual({
      subject: 'approval',
      cases: 2_000,
      keep: '/var/kept',
    });
  });

  it.each([
    [['tea'], /no benchmark is called tea/],
    [['clock', 'cases'], /one subject/],
    [['--seconds', '0'], /--seconds takes a whole number/],
    [['clock', '--clocks', '1'], /--clocks takes a whole number from 2 to 1000000/],
    [['--clients', '1e3'], /--clients takes a whole number/],
    [['--fast'], /Unknown option/],
  ])('refuses %j', (args, message) => {
    expect(() => readBenchOptions(args)).toThrow(message);
  });
});
