import { filings } from './filings/game.js';
import { stages } from './stages/game.js';
import { terms } from './term/game.js';
import { Office } from './walk/office.js';
import { walk } from './walk/walked.js';

/** `npm run model` may ask for one of them. */
const ONLY = process.env['OW_MODEL'];
const isWanted = (model: string) => ONLY === undefined || ONLY === model;

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('After every step of a random path, whatever happens twice, at once or halfway,', () => {
  const when = (model: string) => (isWanted(model) ? it : it.skip);

  when('terms')('a case and its terms are what the model says', () => walk(office, terms));
  when('stages')('stages, joins and what waits for earlier results are what the model says', () =>
    walk(office, stages),
  );
  when('filings')(
    'the order of a quota, drafts and asked departments are what the model says',
    () => walk(office, filings),
  );
});

describe('The journal of all these paths', () => {
  it('verifies', async () => {
    expect(await office.faults()).toEqual([]);
  });
});
