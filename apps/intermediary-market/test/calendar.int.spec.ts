import { CalendarPublishedV1, type PayloadOf } from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { instantOf } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Market, people, WITHIN } from './a-market.js';

const PUBLISHED = goldenSample('intake.calendar-published.v1')?.payload as unknown as PayloadOf<
  typeof CalendarPublishedV1
>;

let market: Market;

beforeEach(async () => {
  market = await Market.open(instantOf('2026-12-18T10:00:00+08:00'));
});

afterEach(() => market.close());

const publish = () => market.intake.say(CalendarPublishedV1, 'calendar:2027', PUBLISHED);

describe('A term of the market', () => {
  it('for the contract becomes a date by itself when the calendar of its year arrives, and is armed then', async () => {
    const { projectNumber } = await market.awarded(1);
    const contractBy = async () => (await market.find(projectNumber)).awards[0]?.contractBy;
    const { signUpUntil, notice } = await market.find(projectNumber);
    expect(await contractBy()).toMatchObject({ missingYear: 2027 });
    expect((await market.figures()).armed).toBe(0);

    await publish();
    await eventually(async () => {
      expect(await contractBy()).toEqual({ due: expect.stringMatching(/^2027-01-/) });
    }, WITHIN);
    expect((await market.figures()).armed).toBe(1);
    expect(await market.find(projectNumber)).toMatchObject({ signUpUntil, notice });
    const { entries } = await market.trace(projectNumber);
    expect(entries.filter(({ name }) => name === 'project-term-moved')).toHaveLength(1);
  });

  it('for the report as well, and a notice is possible that had to wait', async () => {
    const { projectNumber } = await market.contracted(1, { deliverWithinDays: 15 });
    const deliverBy = async () =>
      (await market.find(projectNumber, people.owner)).contract?.deliverBy;
    expect(await deliverBy()).toMatchObject({ missingYear: 2027 });
    await market.moveClockTo(instantOf('2026-12-30T10:00:00+08:00'));
    await expect(market.publish()).rejects.toMatchObject({
      unmet: [expect.objectContaining({ rule: 'calendar-published' })],
    });

    await publish();
    await eventually(async () => {
      expect(await deliverBy()).toEqual({ due: expect.stringMatching(/^2027-01-/) });
    }, WITHIN);
    expect(await market.publish()).toMatchObject({ projectNumber: expect.anything() });
  });
});
