import { aCity, factsOf, figuresAtRest, journalFaults, playStory, type City } from './a-city.js';
import {
  parkedAt,
  plantAll,
  putAway,
  sendAnswerInto,
  strayedFrom,
} from './matrix/events/event-cells.js';
import { EVENT_ROUTES, titleOfRoute } from './matrix/events/routes.js';
import { countsOf } from './matrix/standing-still.js';

describe('A faulty event', () => {
  let city: City;
  let untouched: Record<string, number>;
  let counts: Awaited<ReturnType<typeof countsOf>>;

  const expectSound = async () => {
    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  };

  beforeAll(async () => {
    city = await aCity();
    untouched = await factsOf(city, await playStory(city));
    await figuresAtRest(city);
    counts = await countsOf(city);
  });

  afterAll(() => city.stop());

  it.each(EVENT_ROUTES.map((each) => [titleOfRoute(each), each] as const))(
    '%s is parked or ignored, whatever is wrong with it, and can be put away',
    async (_title, route) => {
      expect(await plantAll(city, route)).toEqual([]);
      await putAway(city, route.recipient);
      expect(await parkedAt(city, route.recipient)).toEqual([]);
      expect(await countsOf(city)).toEqual(counts);
    },
  );

  it.each(EVENT_ROUTES.map((each) => [titleOfRoute(each), each] as const))(
    '%s is refused by the broker under any subject that no contract gives to its producer',
    async (_title, route) => {
      expect(await strayedFrom(city, route)).toEqual([]);
    },
  );

  it.each(EVENT_ROUTES.map((each) => [titleOfRoute(each), each] as const))(
    '%s is not what a department answers, even where its asker has the answer sent',
    async (_title, route) => {
      await sendAnswerInto(city, route);
      await putAway(city, route.recipient);
      expect(await countsOf(city)).toEqual(counts);
    },
  );

  it('keeps no service from going on: the story completes with every fact once', async () => {
    expect(await factsOf(city, await playStory(city))).toEqual(untouched);
    await expectSound();
  });

  // As many events as in all the specs before, beside a whole story: longer than any one of them on a busy machine.
  it('may come at any moment of the story', async () => {
    const story = playStory(city);
    for (const route of EVENT_ROUTES) {
      expect(await plantAll(city, route)).toEqual([]);
      await putAway(city, route.recipient);
    }

    expect(await factsOf(city, await story)).toEqual(untouched);
    await expectSound();
  }, 900_000);
});
