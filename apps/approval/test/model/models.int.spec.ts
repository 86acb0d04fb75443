import { filings } from './filings/game.js';
import { people } from './people/game.js';
import { stages } from './stages/game.js';
import { terms } from './term/game.js';
import { Office } from './walk/office.js';
import { walk } from './walk/walked.js';

const MODELS: Readonly<Record<string, (office: Office) => Promise<void>>> = {
  'a case and its terms': (office) => walk(office, terms),
  'stages, joins and what waits for earlier results': (office) => walk(office, stages),
  'the order of a quota, drafts and asked departments': (office) => walk(office, filings),
  'who has what to do, and who may do it': (office) => walk(office, people),
};

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('After every step of a random path, whatever happens twice, at once or halfway,', () => {
  it.each(Object.entries(MODELS))('%s: all is what the model says', (_, walked) => walked(office));
});

describe('The journal of all these paths', () => {
  it('verifies', async () => {
    expect(await office.faults()).toEqual([]);
  });
});
