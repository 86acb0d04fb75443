import { aCity, figuresAtRest, journalFaults, playStory, type City } from './a-city.js';
import { AGAIN_CELLS } from './matrix/bus/again-cells.js';
import { CALLER_CELLS } from './matrix/bus/caller-cells.js';
import { MESSAGE_CELLS } from './matrix/bus/message-cells.js';
import { GATEWAY_QUESTIONS, SERVICE_QUESTIONS, titleOfQuestion } from './matrix/bus/questions.js';
import { REPLY_CELLS } from './matrix/bus/reply-cells.js';
import { Speakers } from './matrix/bus/speakers.js';
import { TOKEN_CELLS } from './matrix/bus/token-cells.js';
import { EVERYBODY, signInEverybody } from './matrix/people.js';
import { countsOf } from './matrix/standing-still.js';

describe('A faulty request over the bus', () => {
  let city: City;
  let speakers: Speakers;
  let counts: Awaited<ReturnType<typeof countsOf>>;

  const questions = [...GATEWAY_QUESTIONS, ...SERVICE_QUESTIONS];
  const cells = [...MESSAGE_CELLS, ...TOKEN_CELLS, ...CALLER_CELLS, ...REPLY_CELLS, ...AGAIN_CELLS];

  beforeAll(async () => {
    city = await aCity({ accounts: EVERYBODY });
    speakers = await Speakers.of(city.platform, await signInEverybody(city.platform));
    counts = await countsOf(city);
  });

  afterAll(async () => {
    await speakers.close();
    await city.stop();
  });

  describe.each(questions.map((each) => [titleOfQuestion(each), each] as const))(
    '%s',
    (_title, question) => {
      const applicable = cells.filter((cell) => cell.appliesTo(question));

      it.each(applicable.map((cell) => [cell.title, cell] as const))('%s', async (_, cell) => {
        expect(await cell.check(speakers, question)).toEqual([]);
      });

      it('leaves nothing behind', async () => {
        expect(await countsOf(city)).toEqual(counts);
      });
    },
  );

  it('leaves a platform on which the story completes and the journals verify', async () => {
    await playStory(city);

    expect(await figuresAtRest(city)).toEqual({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
