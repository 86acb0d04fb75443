import {
  CancelProjectV1,
  EnterPublicValueV1,
  FindAgencyV1,
  FindDrawV1,
  FindProjectV1,
  ListAgenciesV1,
  ListNeedsV1,
  ListProjectsV1,
  ListServicesV1,
  SignUpV1,
  WithdrawSignUpV1,
} from '@onewindow/contracts';
import { Refusal, type Person } from '@onewindow/kernel';
import { anAgent, Market, people } from './a-market.js';

/** What somebody is told, a refusal as well: it would be as good an answer. */
const told = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((error: unknown) => (error instanceof Refusal ? error.toData() : String(error)));

const agency = anAgent();
const rival = anAgent();
const outsider = anAgent();

const askers: Readonly<Record<string, Person | undefined>> = {
  'an agency that signed up': agency,
  'another one that did': rival,
  'an agency that did not': outsider,
  'the owner': people.owner,
  'another enterprise': people.stranger,
  'an operator of the market': people.operator,
  'the auditor': people.auditor,
  'the public': undefined,
};

let market: Market;
/** Two projects that are alike, but that nobody signs up for the second one. */
let wanted: string;
let quiet: string;

beforeAll(async () => {
  market = await Market.open();
  for (const each of [agency, rival, outsider]) await market.register(each);
  ({ projectNumber: wanted } = await market.publish());
  ({ projectNumber: quiet } = await market.publish());
});

afterAll(() => market.close());

/** Everything that can be looked up or is refused about a project while sign-up is open. */
async function answersTo(projectNumber: string, by: Person | undefined) {
  const { projects, ...page } = await market.ask(ListProjectsV1, by, {});
  return {
    project: await told(market.ask(FindProjectV1, by, { projectNumber })),
    draw: await told(market.ask(FindDrawV1, by, { projectNumber })),
    inTheList: projects.find((each) => each.projectNumber === projectNumber),
    page: { ...page, nextCursor: undefined },
    agencies: await told(market.ask(ListAgenciesV1, by, {})),
    anAgency: await told(market.ask(FindAgencyV1, by, { creditCode: agency.organisation })),
    services: await told(market.ask(ListServicesV1, by, {})),
    needs: await told(market.ask(ListNeedsV1, by, {})),
  };
}

/** What the journal shows of a project, without what every entry has of its own. */
const traceOf = async (projectNumber: string) =>
  (await market.trace(projectNumber)).entries.map(({ aggregate, name }) => [aggregate, name]);

/** The answer with what tells one project from another taken out: its number, its hashes and the commitment to its seed. */
function alike(answer: unknown): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) =>
    ['hash', 'seedCommitment', 'ownSignUp'].includes(key) ? undefined : value,
  );
  return JSON.parse(text.replaceAll(wanted, 'N').replaceAll(quiet, 'N'));
}

describe('Before closing', () => {
  let before: Readonly<Record<string, unknown>>;
  const everybody = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(askers).map(
          async ([name, by]) => [name, alike(await answersTo(wanted, by))] as const,
        ),
      ),
    );

  beforeAll(async () => {
    before = await everybody();
    await market.ask(SignUpV1, agency, { projectNumber: wanted });
    await market.ask(SignUpV1, rival, { projectNumber: wanted });
    await market.ask(WithdrawSignUpV1, rival, { projectNumber: wanted });
    await market.ask(SignUpV1, rival, { projectNumber: wanted });
  });

  it.each(Object.entries(askers))('%s reads what nobody signed up for', async (name, by) => {
    const answer = alike(await answersTo(wanted, by));

    expect(answer).toEqual(alike(await answersTo(quiet, by)));
    expect(answer).toEqual(before[name]);
  });

  it('an agency sees its own sign-up, and no line of another one', async () => {
    const own = async (by: Person | undefined) =>
      (await market.ask(FindProjectV1, by, { projectNumber: wanted })).ownSignUp;

    expect(await own(agency)).toEqual({ signedUpAt: expect.any(String) });
    expect(await own(rival)).toEqual({ signedUpAt: expect.any(String) });
    for (const by of [outsider, people.owner, people.operator, people.auditor, undefined]) {
      expect(await own(by)).toBeUndefined();
    }
  });

  it('no answer to anybody has the name of who signed up beside the project, nor the seed', async () => {
    const [register] = await market.tamper<{ seed: string }>(
      `select state->>'seed' as seed from sign_up_register where id = $1`,
      [wanted],
    );
    const seed = register?.seed ?? '';
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    for (const by of Object.values(askers)) {
      const { project, draw, inTheList } = await answersTo(wanted, by);
      const text = JSON.stringify({ project, draw, inTheList, all: await market.trace(wanted) });
      expect(text).not.toContain(seed);
      expect(text).not.toContain(agency.organisation);
      expect(text).not.toContain(rival.organisation);
    }
  });

  it('an auditor who traces the project, or the agency, finds what there is without a sign-up', async () => {
    expect(await traceOf(wanted)).toEqual(await traceOf(quiet));
    expect(await traceOf(agency.organisation)).toEqual(await traceOf(outsider.organisation));
  });

  it('a refusal tells nobody of another one: it is the same whether somebody signed up or not', async () => {
    const refused = (projectNumber: string, by: Person) =>
      Promise.all([
        told(market.ask(WithdrawSignUpV1, by, { projectNumber })),
        told(market.ask(CancelProjectV1, by, { projectNumber, reason: 'x' })),
        told(
          market.ask(EnterPublicValueV1, by, {
            projectNumber,
            publication: 'x',
            issue: 'x',
            value: '1.00',
            source: 'x',
          }),
        ),
      ]);

    expect(alike(await refused(wanted, outsider))).toEqual(alike(await refused(quiet, outsider)));
    expect(await told(market.ask(SignUpV1, agency, { projectNumber: wanted }))).toEqual(
      await told(market.ask(SignUpV1, rival, { projectNumber: wanted })),
    );
  });

  it('the row of the project does not move either', async () => {
    const rows = await market.tamper<{ version: string }>(
      'select version::text from project where id = any($1) order by id',
      [[wanted, quiet]],
    );

    expect(new Set(rows.map(({ version }) => version)).size).toBe(1);
  });
});
