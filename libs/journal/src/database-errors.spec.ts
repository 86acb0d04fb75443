import { askingDatabase, failureOf } from './database-errors.js';

const sql = (code: string) => Object.assign(new Error('from the server'), { code });

describe('An error of a statement', () => {
  it.each([
    ['57P01', 'lost'],
    ['57P03', 'lost'],
    ['08006', 'lost'],
    ['25P03', 'lost'],
    ['40P01', 'again'],
    ['40001', 'again'],
    ['55P03', 'again'],
    ['53100', 'unavailable'],
    ['53300', 'unavailable'],
    ['57014', 'unavailable'],
    ['58030', 'unavailable'],
    ['23505', 'taken'],
    ['23514', 'defect'],
    ['42P01', 'defect'],
    ['XX000', 'defect'],
    ['ECONNREFUSED', 'lost'],
    ['ECONNRESET', 'lost'],
    ['EPIPE', 'lost'],
    ['ERR_INVALID_ARG_TYPE', 'defect'],
  ])('with the code %s means %s', (code, failure) => {
    expect(failureOf(sql(code))).toBe(failure);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Query read timeout',
  ])('that says "%s" means that the connection was lost', (message) => {
    expect(failureOf(new Error(message))).toBe('lost');
  });

  it('of our own code is a defect', () => {
    expect(failureOf(new TypeError('x is not a function'))).toBe('defect');
    expect(failureOf('text')).toBe('defect');
  });
});

describe('Asking the database', () => {
  const refusalFor = (error: Error) => askingDatabase(() => Promise.reject(error));

  it('tells whoever asks too much to ask for less, and not that the database is away', async () => {
    await expect(refusalFor(sql('57014'))).rejects.toMatchObject({ code: 'took-too-long' });
    await expect(refusalFor(sql('57P03'))).rejects.toMatchObject({ code: 'database-unavailable' });
  });

  it('leaves a defect of ours as it is', async () => {
    await expect(refusalFor(sql('42P01'))).rejects.toMatchObject({ code: '42P01' });
  });
});
