import { filings } from './filings/game.js';
import { people } from './people/game.js';
import { stages } from './stages/game.js';
import { terms } from './term/game.js';
import { upward } from './upward/game.js';
import type { Parts } from './walk/game.js';
import { Office } from './walk/office.js';
import { walk, type Walk } from './walk/walked.js';

interface Model {
  readonly title: string;
  readonly name: string;
  readonly walked: (office: Office) => Promise<void>;
}

const model = <P extends Parts, Plan>(title: string, of: Walk<P, Plan>): Model => ({
  title,
  name: of.model,
  walked: (office) => walk(office, of),
});

const MODELS = [
  model('a case and its terms', terms),
  model('stages, joins and what waits for earlier results', stages),
  model('the order of a quota, drafts and asked departments', filings),
  model('who has what to do, and who may do it', people),
  model('what a lower agency reports and a higher one decides', upward),
];

/** One of them alone, when a failure of it is walked again. */
const { OW_MODEL: only } = process.env;
const chosen = MODELS.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) {
  throw new Error(
    `no model is called ${only ?? ''}; there are ${MODELS.map(({ name }) => name).join(', ')}`,
  );
}

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

describe('After every step of a random path, whatever happens twice, at once or halfway,', () => {
  it.each(chosen)('$title: all is what the model says', ({ walked }) => walked(office));
});

describe('The journal of all these paths', () => {
  it('verifies', async () => {
    expect(await office.faults()).toEqual([]);
  });
});
