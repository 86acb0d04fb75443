import { instantOf } from '@onewindow/kernel';
import { inStatus, rulesOf } from '../../test/situations.js';
import type { Application, PaperKind } from './application.js';
import { servicesOfLicences } from './licence-services.js';
import { servePaper, type ServiceToRecord } from './serve-paper.js';

const ISSUED = instantOf('2026-04-29T15:00:00+08:00');
const NOW = instantOf('2026-06-10T10:00:00+08:00');

const withPaper = (
  kind: PaperKind = 'decision',
  change: Partial<Application> = {},
): Application => ({
  ...inStatus('accepted'),
  electronicService: false,
  papers: [
    {
      number: 'D-1',
      kind,
      title: '不予行政许可决定书',
      issuedBy: '审批局',
      issuedAt: ISSUED,
    },
  ],
  ...change,
});

const serve = (told: Omit<ServiceToRecord, 'paperNumber'>, application = withPaper(), now = NOW) =>
  servePaper(application, { paperNumber: 'D-1', ...told }, now);

const serviceOf = ({ papers }: Application) => papers[0]?.service;

const POST = {
  method: 'post',
  receivedBy: '林悦',
  receiptNumber: 'EMS 1',
  servedOn: '2026-05-06',
} as const;
const NOTICE = {
  method: 'announcement',
  noticedOn: '2026-05-10',
  noticedIn: '海棠日报',
  otherWaysFailed: '邮寄被退回，登记的住所无人',
} as const;

describe('Serving a paper', () => {
  it.each<[string, Omit<ServiceToRecord, 'paperNumber'>, string]>([
    ['at the window now', { method: 'window', receivedBy: '林悦' }, NOW],
    [
      'at the window on an earlier day',
      { method: 'window', receivedBy: '林悦', servedOn: '2026-06-08' },
      '2026-06-07T16:00:00.000Z',
    ],
    [
      'on the day of its issue, never before it was there',
      { method: 'window', receivedBy: '林悦', servedOn: '2026-04-29' },
      ISSUED,
    ],
    ['by post on the day of the receipt', POST, '2026-05-05T16:00:00.000Z'],
    [
      'by leaving it before two witnesses',
      { method: 'left', witnesses: ['王立', '赵敏'], servedOn: '2026-06-09' },
      '2026-06-08T16:00:00.000Z',
    ],
    ['by leaving it, which was recorded', { method: 'left', recording: '执法记录仪 0610-3' }, NOW],
    [
      'through another agency on the day of signature',
      {
        method: 'entrusted',
        receivedBy: '林悦',
        through: '邻市审批局',
        servedOn: '2026-06-01',
      },
      '2026-05-31T16:00:00.000Z',
    ],
    ['by announcement on the thirtieth day after it', NOTICE, '2026-06-08T16:00:00.000Z'],
  ])('%s counts from there', (_, told, servedAt) => {
    const { state, events } = serve(told);

    expect(serviceOf(state)).toMatchObject({ method: told.method, servedAt });
    expect(events).toEqual([{ type: 'paper-served', number: 'D-1', record: serviceOf(state) }]);
    expect(serviceOf(state)?.recordedAt).toBe(servedAt === NOW ? undefined : NOW);
  });

  it('electronically needs the consent of the applicant', () => {
    const agreed = withPaper('decision', { electronicService: true });

    expect(rulesOf(() => serve({ method: 'electronic' }))).toEqual(['electronic-service-agreed']);
    expect(serviceOf(serve({ method: 'electronic' }, agreed).state)).toMatchObject({
      receivedBy: agreed.applicantAccount,
    });
  });

  it.each<[Omit<ServiceToRecord, 'paperNumber'>, readonly string[]]>([
    [{ method: 'window', receivedBy: ' ' }, ['signature-named']],
    [{ method: 'post' }, ['day-of-receipt-given', 'receipt-numbered', 'signature-named']],
    [{ method: 'left' }, ['leaving-witnessed']],
    [{ method: 'left', witnesses: ['王立', '王立 '] }, ['leaving-witnessed']],
    [{ method: 'entrusted' }, ['day-of-receipt-given', 'entrusted-named', 'signature-named']],
    [
      { method: 'announcement' },
      ['announcement-after-issue', 'announcement-named', 'other-ways-failed'],
    ],
    [{ ...NOTICE, noticedOn: '2026-04-28' }, ['announcement-after-issue']],
    [{ ...NOTICE, noticedOn: '2026-02-30' }, ['announcement-after-issue']],
    [{ ...NOTICE, servedOn: '2026-06-10' }, ['day-follows-from-announcement']],
    [{ ...NOTICE, noticedOn: '2026-05-11' }, ['announcement-over']],
    [{ ...POST, servedOn: '2026-06-11' }, ['service-not-ahead']],
    [{ ...POST, servedOn: '2026-04-28' }, ['service-after-issue']],
    [{ ...POST, servedOn: '2026-05-32' }, ['day-exists']],
    [{ ...POST, correctionReason: '误记' }, ['service-on-record']],
  ])('as %j is refused with everything that is missing', (told, rules) => {
    expect(rulesOf(() => serve(told)).toSorted()).toEqual(rules);
  });

  it('that is a licence is neither left behind nor announced', () => {
    const licence = withPaper('licence');

    expect(rulesOf(() => serve({ method: 'left', recording: '录像' }, licence))).toEqual([
      'way-fits-paper',
    ]);
    expect(rulesOf(() => serve(NOTICE, licence))).toEqual(['way-fits-paper']);
    expect(serviceOf(serve(POST, licence).state)).toMatchObject({ method: 'post' });
  });

  it('keeps only what belongs to its way', () => {
    const { state } = serve({ ...POST, witnesses: ['王立'], noticedOn: '2026-05-01' });

    expect(serviceOf(state)).toEqual({
      method: 'post',
      receivedBy: '林悦',
      receiptNumber: 'EMS 1',
      servedAt: '2026-05-05T16:00:00.000Z',
      recordedAt: NOW,
    });
  });

  it('stands once it was recorded', () => {
    const { state } = serve(POST);

    expect(rulesOf(() => serve({ ...POST, servedOn: '2026-05-08' }, state))).toEqual([
      'paper-served-once',
    ]);
  });

  it('that was recorded wrongly is corrected with a reason, and the first record stays readable', () => {
    const correction = { ...POST, servedOn: '2026-05-08', correctionReason: '看错了回执' };
    const { state } = serve(correction, serve(POST).state);

    expect(serviceOf(state)).toMatchObject({
      servedAt: '2026-05-07T16:00:00.000Z',
      replaced: [
        {
          method: 'post',
          servedAt: '2026-05-05T16:00:00.000Z',
          receivedBy: '林悦',
          replacedAt: NOW,
          reason: '看错了回执',
        },
      ],
    });
    expect(serviceOf(serve(correction, state).state)?.replaced).toHaveLength(2);
  });

  it('is not moved to today by a correction that says nothing of the day', () => {
    const window = { method: 'window', receivedBy: '林悦' } as const;
    const earlier = serve({ ...window, servedOn: '2026-06-08' }).state;
    const correction = { ...window, receivedBy: '林跃', correctionReason: '签收人写错' };

    expect(rulesOf(() => serve(correction, earlier))).toEqual(['corrected-day-given']);
    expect(
      serviceOf(serve({ ...correction, servedOn: '2026-06-08' }, earlier).state)?.servedAt,
    ).toBe('2026-06-07T16:00:00.000Z');
    expect(serviceOf(serve(correction, serve(window).state).state)?.servedAt).toBe(NOW);
  });

  it('needs a paper of this application', () => {
    expect(() =>
      servePaper(withPaper(), { paperNumber: 'no', method: 'window', receivedBy: 'x' }, NOW),
    ).toThrow('not-found');
  });
});

describe('The service of a licence', () => {
  it('is that of the first of its papers, and of none that was quashed', () => {
    const [paper] = withPaper('licence').papers;
    const papers = ['D-1', 'D-1-G1', 'E-1', 'F-1'].map((number) => ({ ...paper!, number }));
    const application = withPaper('licence', { papers, quashed: ['E-1'] });
    const first = servePaper(application, { ...POST, paperNumber: 'D-1-G1' }, NOW).state;
    const both = servePaper(
      first,
      {
        paperNumber: 'D-1',
        method: 'window',
        receivedBy: '林悦',
        servedOn: '2026-05-07',
      },
      NOW,
    ).state;

    expect(servicesOfLicences(both)).toEqual([
      { licence: 'D-1', servedAt: '2026-05-05T16:00:00.000Z', revision: 2 },
      { licence: 'F-1', revision: 0 },
    ]);
  });
});
