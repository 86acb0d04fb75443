import { assembleCast, stageOf } from '@onewindow/tools';
import { aCity, factsOf, figuresAtRest, journalFaults, playStory, type City } from './a-city.js';
import { playByActs, publishAgain } from './matrix/http/by-acts.js';
import { COMMANDS } from './matrix/http/contract-requests.js';
import { sendRemaining } from './matrix/http/remaining-commands.js';
import { Stutter } from './matrix/http/stutter.js';

describe('A command that is sent again with its idempotency key', () => {
  let city: City;
  let stuttering: City;
  let untouched: Record<string, number>;
  const stutter = new Stutter();

  const factsAbout = (of: City, applicationId: string) => factsOf(of, { applicationId });

  beforeAll(async () => {
    city = await aCity();
    untouched = await factsOf(city, await playStory(city));
    const cast = await assembleCast(stageOf(city.platform), { send: stutter.send });
    stuttering = { ...city, cast };
  });

  afterAll(() => city.stop());

  it('gets its first answer, twenty at once and once more, and the story is told once', async () => {
    const outcome = await playStory(stuttering);

    expect(stutter.findings).toEqual([]);
    expect(await factsOf(city, outcome)).toEqual(untouched);
  });

  it('does the same beside the story', async () => {
    const [once, again] = [await playByActs(city.cast), await playByActs(stuttering.cast)];

    expect(stutter.findings).toEqual([]);
    for (const what of ['withdrawn', 'declined'] as const) {
      expect(await factsAbout(city, again[what].applicationId)).toEqual(
        await factsAbout(city, once[what].applicationId),
      );
    }
  });

  it('publishes one edition', async () => {
    expect(await publishAgain(stuttering.cast)).toEqual({ ofItem: 1, ofBundle: 1 });
    expect(stutter.findings).toEqual([]);
  });

  it('is any command that there is, be the first answer a refusal', async () => {
    await sendRemaining(stageOf(city.platform), stutter);

    expect(stutter.findings).toEqual([]);
    expect(COMMANDS.map(({ id }) => id).filter((id) => !stutter.sent.has(id))).toEqual([]);
  });

  it('leaves every journal sound', async () => {
    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
