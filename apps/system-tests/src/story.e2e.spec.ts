import { ClockConductor, RestaurantStory, timelineOf } from '@onewindow/tools';
import { aCity, figuresAtRest, journalFaults, type City } from './a-city.js';

describe('Opening a restaurant as one thing', () => {
  let city: City;

  beforeAll(async () => {
    city = await aCity();
  });

  afterAll(() => city.stop());

  it('goes from filing to the acknowledgement of the supervising departments, on the dates of the law', async () => {
    const { cast } = city;
    const story = new RestaurantStory(cast, new ClockConductor(cast.operations), () => undefined);

    const { applicationId, finalCase } = await story.play();

    const timeline = await timelineOf(cast.operations, applicationId);
    expect(timeline.length).toBeGreaterThanOrEqual(25);
    expect(finalCase.handovers.map(({ department }) => department).sort()).toEqual([
      'city-management',
      'city-management',
      'market-regulation',
    ]);
    expect(await figuresAtRest(city)).toMatchObject({ parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
