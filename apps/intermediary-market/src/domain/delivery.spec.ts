import {
  aContracted,
  aDelivered,
  anUpload,
  at,
  projectIn,
  rulesOf,
  UPLOADER,
} from '../../test/fixtures.js';
import { deliver, noteDeliveryOverdue, rate } from './delivery.js';
import type { Project } from './project.js';

const SCORES = { quality: 5, timeliness: 4, attitude: 5, price: 3 };

const deliverAt = (time: string, project: Project = aContracted()) =>
  deliver(project, { upload: anUpload(), account: UPLOADER }, at(time)).state;

describe('A report', () => {
  it.each([
    { time: '05-19T23:59', daysLate: 0 },
    { time: '05-20T00:00', daysLate: 1 },
    { time: '05-25T10:00', daysLate: 6 },
  ])('delivered at $time is $daysLate days late, and taken all the same', ({ time, daysLate }) => {
    expect(deliverAt(time)).toMatchObject({ status: 'delivered', delivery: { daysLate } });
  });

  it('is not late where the term had no date yet', () => {
    const project = aContracted();
    const open: Project = {
      ...project,
      contract: { ...project.contract!, deliverBy: { notBefore: '2027-01-01', missingYear: 2027 } },
    };

    expect(deliverAt('05-25T10:00', open).delivery?.daysLate).toBe(0);
  });

  it('is taken from who uploaded it alone', () => {
    expect(
      rulesOf(() =>
        deliver(aContracted(), { upload: anUpload('x'), account: UPLOADER }, at('05-14T10:00')),
      ),
    ).toEqual(['own-upload']);
  });

  it('that is missing is noted once, and only while it is awaited', () => {
    const since = at('05-20T00:00');
    const { state, events } = noteDeliveryOverdue(aContracted(), since);

    expect(events).toEqual([{ type: 'delivery-overdue', since }]);
    expect(noteDeliveryOverdue(state, since).events).toEqual([]);
    expect(noteDeliveryOverdue(aDelivered(), since).events).toEqual([]);
  });
});

describe('Ratings', () => {
  it('are given by each side, once each, and the project stays delivered', () => {
    const byOwner = rate(aDelivered(), 'agency', SCORES).state;
    const byBoth = rate(byOwner, 'owner', SCORES).state;

    expect(byBoth).toMatchObject({
      status: 'delivered',
      ratingOfAgency: SCORES,
      ratingOfOwner: SCORES,
    });
    expect(() => rate(byBoth, 'agency', SCORES)).toThrow('rating-not-possible');
    expect(() => rate(byBoth, 'owner', SCORES)).toThrow('rating-not-possible');
  });

  it.each(['awarded', 'contract-proposed', 'under-contract', 'failed'] as const)(
    'are refused while the project is %s',
    (status) => {
      expect(() => rate(projectIn[status](), 'agency', SCORES)).toThrow('rating-not-possible');
    },
  );
});
