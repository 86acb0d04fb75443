import { ApplicationAcceptedV1, DeclineApplicationV1 } from '@onewindow/contracts';
import { instantOf } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { RECEIVED } from './situations.js';

const { owner, clerk } = people;

let centre: Centre;

beforeEach(async () => {
  centre = await Centre.open(RECEIVED);
  await publish();
});

afterEach(() => centre.close());

const { accept, facts, find, publish, requestCorrection, resubmit, submit, submitIncomplete } =
  atWindow(() => centre);

const becomes = (applicationId: string, status: string) =>
  eventually(async () => expect((await find(applicationId)).status).toBe(status), WITHIN);

describe('The five working days for an answer', () => {
  it('make an acceptance of silence, back to the receipt, complete or not', async () => {
    const silent = await submitIncomplete();
    const answered = await submit();
    await accept(answered);
    await centre.moveClockTo(instantOf('2026-05-07T23:59:59+08:00'));
    expect((await find(silent)).status).toBe('submitted');

    const late = instantOf('2026-05-08T09:00:00+08:00');
    await centre.moveClockTo(late);
    await becomes(silent, 'accepted');
    expect(await find(silent, owner)).toMatchObject({
      caseNumber: expect.stringMatching(/^379900-20260508-\d{6}$/),
      acceptedAt: RECEIVED,
      tracks: [{ statutory: { due: '2026-05-27' } }],
      papers: [{ kind: 'acceptance-receipt', issuedAt: late }],
      effects: [
        {
          kind: 'accepted-by-silence',
          article: '行政许可法 32①(四)',
          becameSoAt: '2026-05-07T16:00:00.000Z',
          recordedAt: late,
          countsFrom: '2026-04-27',
        },
      ],
    });
    await eventually(async () => {
      const [told] = await centre.bureau.heardOf(ApplicationAcceptedV1, silent);
      expect(told).toMatchObject({ acceptedAt: RECEIVED, items: [{ materials: [{}] }] });
    }, WITHIN);
    const { entries } = await centre.trace(silent);
    expect(entries.find(({ name }) => name === 'intake.application-accepted')).toMatchObject({
      actor: { kind: 'law' },
      occurredAt: '2026-05-07T16:00:00.000Z',
    });
    expect((await facts(answered)).filter((name) => name.includes('accepted'))).toHaveLength(1);
  });

  it('end with an answer, whatever it is', async () => {
    const corrected = await submitIncomplete();
    await requestCorrection(corrected);
    const declined = await submit();
    await centre.ask(DeclineApplicationV1, clerk, {
      applicationId: declined,
      ground: 'no-permit-needed',
      reasons: ['该活动无需许可'],
    });
    await centre.moveClockTo(instantOf('2026-05-12T09:00:00+08:00'));

    const other = await submit();
    await centre.moveClockTo(instantOf('2026-05-20T09:00:00+08:00'));
    await becomes(other, 'accepted');
    expect((await find(corrected)).status).toBe('awaiting-correction');
    expect((await find(declined)).status).toBe('declined');
  });

  it('begin anew with the corrections, after which silence is only recorded', async () => {
    const applicationId = await submitIncomplete();
    await requestCorrection(applicationId);
    await resubmit(applicationId);
    await centre.moveClockTo(instantOf('2026-05-08T09:00:00+08:00'));

    await eventually(
      async () => expect(await facts(applicationId)).toContain('answer-overdue'),
      WITHIN,
    );
    expect((await find(applicationId)).status).toBe('corrected');
    expect(await accept(applicationId)).toMatchObject({ acceptedAt: '2026-05-08T01:00:00.000Z' });
  });
});

describe('The term for corrections', () => {
  const AFTER = instantOf('2026-05-21T09:00:00+08:00');

  it('ends in a reminder where the place has not said otherwise', async () => {
    const applicationId = await submitIncomplete();
    const { correctBy } = await requestCorrection(applicationId);
    expect(correctBy).toEqual({ due: '2026-05-20' });
    await centre.moveClockTo(AFTER);
    await eventually(
      async () => expect(await facts(applicationId)).toContain('correction-missed'),
      WITHIN,
    );

    expect((await find(applicationId)).status).toBe('awaiting-correction');
    await resubmit(applicationId);
    expect((await find(applicationId)).status).toBe('corrected');
  });

  it('lets the application count as withdrawn where the place says so', async () => {
    await centre.stop();
    await centre.start({ place: { correctionMissed: 'withdrawn', workingDaysToCorrect: 5 } });
    const missed = await submitIncomplete();
    const { correctBy } = await requestCorrection(missed);
    expect(correctBy).toEqual({ due: '2026-05-07' });
    const inTime = await submitIncomplete();
    await requestCorrection(inTime);
    await resubmit(inTime);

    await centre.moveClockTo(instantOf('2026-05-08T00:00:00+08:00'));
    await becomes(missed, 'withdrawn');
    expect(await find(missed, owner)).toMatchObject({ actions: [] });
    expect((await find(inTime)).status).toBe('corrected');
    await expect(resubmit(missed)).rejects.toMatchObject({ code: 'action-not-allowed-in-state' });
  });
});

describe('Where the place says more of a missed correction', () => {
  it.each([
    ['refused', 'declined', ['correction-notice', 'non-acceptance-notice']],
    ['returned', 'returned', ['correction-notice']],
  ] as const)('the application is %s as of the end of the term', async (rule, status, papers) => {
    await centre.stop();
    await centre.start({
      place: { correctionMissed: rule, correctionMissedSource: '某市政务服务条例 36' },
    });
    const applicationId = await submitIncomplete();
    await requestCorrection(applicationId);
    await centre.moveClockTo(instantOf('2026-05-21T09:00:00+08:00'));
    await becomes(applicationId, status);

    const found = await find(applicationId, owner);
    expect(found.papers.map(({ kind }) => kind)).toEqual(papers);
    expect(found.effects).toMatchObject([
      {
        kind: 'correction-missed',
        article: '某市政务服务条例 36',
        becameSoAt: '2026-05-20T16:00:00.000Z',
        recordedAt: '2026-05-21T01:00:00.000Z',
      },
    ]);
  });
});

describe('A term into a year whose calendar is not published', () => {
  it('is open, says so, and takes no effect', async () => {
    await centre.moveClockTo(instantOf('2026-12-29T09:00:00+08:00'));
    const applicationId = await submit();
    expect((await find(applicationId)).answerBy).toEqual({
      notBefore: '2027-01-01',
      missingYear: 2027,
    });

    await centre.moveClockTo(instantOf('2027-03-01T09:00:00+08:00'));
    const { armed } = await centre.figures();
    expect(armed).toBe(0);
    expect((await find(applicationId)).status).toBe('submitted');
  });
});
