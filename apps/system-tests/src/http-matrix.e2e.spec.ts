import { WITHOUT_LIMITS } from '@onewindow/tools';
import { aCity, figuresAtRest, journalFaults, playReport, playStory, type City } from './a-city.js';
import { ADDRESS_CELLS } from './matrix/http/address-cells.js';
import { BODY_CELLS } from './matrix/http/body-cells.js';
import { ROUTED, titleOf } from './matrix/http/contract-requests.js';
import { Door } from './matrix/http/door.js';
import { FIELD_CELLS } from './matrix/http/field-cells.js';
import { foreignCells } from './matrix/http/foreign-cells.js';
import { forgedSessions } from './matrix/http/forged-sessions.js';
import type { RealThings } from './matrix/http/real-things.js';
import { rightCells } from './matrix/http/right-cells.js';
import { SIDE_DOORS, UPLOAD_LIMIT } from './matrix/http/side-doors.js';
import { EVERYBODY, signInEverybody } from './matrix/people.js';
import { countsOf } from './matrix/standing-still.js';

describe('A faulty request over HTTP', () => {
  let city: City;
  let door: Door;
  let things: RealThings;
  let counts: Awaited<ReturnType<typeof countsOf>>;

  const cells = [
    ...BODY_CELLS,
    ...FIELD_CELLS,
    ...ADDRESS_CELLS,
    ...foreignCells(() => things),
    ...rightCells((contract) => forgedSessions(city.platform, door.allowed(contract))),
  ];

  beforeAll(async () => {
    const environment = { ...WITHOUT_LIMITS, OW_UPLOAD_LIMIT_BYTES: String(UPLOAD_LIMIT) };
    city = await aCity({ accounts: EVERYBODY, environment });
    door = new Door(city.platform.url, await signInEverybody(city.platform));
    const outcome = await playStory(city);
    things = { outcome, report: await playReport(city), applicant: 'lin.yue' };
    await figuresAtRest(city);
    counts = await countsOf(city);
  });

  afterAll(() => city.stop());

  describe.each(ROUTED.map((contract) => [titleOf(contract), contract] as const))(
    '%s',
    (_title, contract) => {
      const applicable = cells.filter((cell) => cell.appliesTo(contract));

      it.each(applicable.map((cell) => [cell.title, cell] as const))('%s', async (_, cell) => {
        expect(await cell.check(door, contract)).toEqual([]);
      });

      it('leaves nothing behind', async () => {
        expect(await countsOf(city)).toEqual(counts);
      });
    },
  );

  it.each(SIDE_DOORS.map((each) => [each.title, each] as const))('%s', async (_, each) => {
    expect(await each.check(door, things)).toEqual([]);
    expect(await countsOf(city)).toEqual(counts);
  });

  it('is answered in time, every time', () => {
    expect(door.slowestMs).toBeLessThan(20_000);
  });

  it('leaves a platform on which the story completes and the journals verify', async () => {
    await playStory(city);

    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
