import { CalendarPublishedV1, FindHandoverV1, type PayloadOf } from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { eventually } from '@onewindow/testing';
import { Department, on, people, WITHIN } from './a-department.js';

const PUBLISHED = goldenSample('intake.calendar-published.v1')?.payload as unknown as PayloadOf<
  typeof CalendarPublishedV1
>;

let department: Department;

beforeEach(async () => {
  department = await Department.open(on('2026-12-30'));
});

afterEach(() => department.close());

const acknowledgeBy = async (handoverId: string) =>
  (
    await department.ask(FindHandoverV1, people.officer, {
      department: 'city-management',
      handoverId,
    })
  ).acknowledgeBy;

const publish = () => department.centre.say(CalendarPublishedV1, 'calendar:2027', PUBLISHED);

const handOver = () =>
  department.handOver({
    handedOverAt: on('2026-12-30'),
    workingDaysToAcknowledge: 3,
    acknowledgeBy: { notBefore: '2027-01-01', missingYear: 2027 },
  });

describe('The term of a department to acknowledge', () => {
  it('becomes a date by itself when the calendar of its year arrives, and is armed then', async () => {
    const { handoverId, applicationId } = await handOver();
    expect(await acknowledgeBy(handoverId)).toMatchObject({ missingYear: 2027 });
    expect((await department.figures()).armed).toBe(0);

    await publish();
    await eventually(async () => {
      expect(await acknowledgeBy(handoverId)).toEqual({ due: '2027-01-05' });
    }, WITHIN);
    expect((await department.figures()).armed).toBe(1);
    expect((await department.trace(applicationId)).entries.map(({ name }) => name)).toEqual([
      'handover-received',
      'acknowledgement-moved',
    ]);
  });

  it('is counted anew where the news of the bureau is older than the calendar here', async () => {
    await publish();
    await eventually(async () => {
      expect(await department.tamper('select id from calendar_year')).toHaveLength(1);
    }, WITHIN);
    const { handoverId } = await handOver();

    expect(await acknowledgeBy(handoverId)).toEqual({ due: '2027-01-05' });
  });
});
