import { instantOf } from '@onewindow/kernel';
import { accept, acceptBySilence, decline, withdraw } from './acceptance.js';
import { applicationLifecycle } from './application-lifecycle.js';
import type { Application, NonAcceptanceGround } from './application.js';
import { requestCorrection } from './correction.js';
import {
  aCompleteApplication,
  anApplication,
  anItem,
  CALENDAR,
  inStatus,
  LATER,
  RECEIVED,
  TERMS,
} from '../../test/situations.js';

const NUMBERS = {
  caseNumber: '379900-20260429-000001',
  receiptNumber: '受理〔2026〕000001号',
  issuedBy: '窗口',
};
const take = (application: Application) => accept(application, NUMBERS, LATER, CALENDAR);

describe('Accepting an application', () => {
  it('dates every track by the item’s own term in real working days', () => {
    expect(take(aCompleteApplication()).state.tracks).toMatchObject([
      { item: 'drainage-permit', statutory: { due: '2026-05-29' } },
    ]);
  });

  it('gives a numbered receipt', () => {
    expect(take(aCompleteApplication()).state.papers).toMatchObject([
      { kind: 'acceptance-receipt', number: '受理〔2026〕000001号' },
    ]);
  });

  it('names every required material that is missing', () => {
    expect(() => take(anApplication())).toThrow('required-material-held');
  });

  it('asks for what the strictest of several items requires, whatever their order', () => {
    const strict = anItem().materials;
    const lenient = strict.map((each) => ({ ...each, necessity: 'optional' as const }));
    const [item] = anApplication().items;
    const of = (...lists: (typeof strict)[]) =>
      anApplication({ items: lists.map((materials) => ({ ...item!, materials })) });

    expect(() => take(of(strict, lenient))).toThrow('required-material-held');
    expect(() => take(of(lenient, strict))).toThrow('required-material-held');
    expect(take(of(lenient, lenient)).state.status).toBe('accepted');
  });

  it('only records what the law has done already once the term for an answer is over', () => {
    const late = anApplication({ answerBy: { due: '2026-04-28' } });

    expect(take(late).state.acceptance).toMatchObject({
      by: 'silence',
      acceptedAt: RECEIVED,
      recordedAt: LATER,
    });
  });

  it.each(
    applicationLifecycle.states.filter((status) => !applicationLifecycle.allows(status, 'accept')),
  )('is refused while the application is %s', (status) => {
    expect(() => take(inStatus(status))).toThrow('action-not-allowed-in-state');
  });
});

describe('Silence of the window', () => {
  const LEGAL = instantOf('2026-05-08T00:00:00+08:00');
  const RECORDED = instantOf('2026-05-08T09:00:00+08:00');
  const silence = (application: Application, recorded = RECORDED) =>
    acceptBySilence(application, NUMBERS, { legal: LEGAL, recorded }, CALENDAR);

  it('accepts the application back to the day of its receipt, complete or not', () => {
    const { state } = silence(anApplication());

    expect(state.status).toBe('accepted');
    expect(state.acceptance).toMatchObject({
      by: 'silence',
      acceptedAt: RECEIVED,
      recordedAt: RECORDED,
      effect: {
        kind: 'accepted-by-silence',
        article: '行政许可法 32①(四)',
        becameSoAt: LEGAL,
        countsFrom: '2026-04-27',
      },
    });
    expect(state.tracks).toMatchObject([{ statutory: { due: '2026-05-27' } }]);
  });

  it('means nothing before the term is over, or while its end is not known', () => {
    const open = anApplication({ answerBy: { notBefore: '2027-01-01', missingYear: 2027 } });

    expect(silence(anApplication(), LATER).events).toEqual([]);
    expect(silence(open, instantOf('2027-06-01T09:00:00+08:00')).events).toEqual([]);
  });

  it('is only recorded after a correction, for which the law names no such effect', () => {
    const { state, events } = silence(inStatus('corrected'));

    expect(state.status).toBe('corrected');
    expect(events).toEqual([{ type: 'answer-overdue', since: LEGAL }]);
  });

  it.each(['accepted', 'declined', 'withdrawn', 'awaiting-correction'] as const)(
    'changes nothing once the application is %s',
    (status) => {
      expect(silence(inStatus(status)).events).toEqual([]);
    },
  );
});

describe('Declining to accept', () => {
  const turnDown = (
    application: Application,
    ground: NonAcceptanceGround,
    competentAuthority?: string,
    now = LATER,
  ) =>
    decline(
      application,
      {
        ground,
        reasons: ['理由'],
        ...(competentAuthority !== undefined && { competentAuthority }),
      },
      { number: '不予受理〔2026〕000001号', issuedBy: '窗口' },
      now,
    );

  it('is done in writing, with what the applicant has to know', () => {
    const { state } = turnDown(anApplication(), 'not-competent', '省级机关');

    expect(state.papers).toMatchObject([{ kind: 'non-acceptance-notice' }]);
    expect(state.nonAcceptance).toEqual({
      ground: 'not-competent',
      reasons: ['理由'],
      competentAuthority: '省级机关',
      declinedAt: LATER,
    });
  });

  it('names the authority to apply to instead', () => {
    expect(() => turnDown(anApplication(), 'not-competent')).toThrow('competent-authority-named');
    expect(turnDown(anApplication(), 'not-competent', '省级机关').state.status).toBe('declined');
  });

  it('cannot rest on a correction that nobody asked for', () => {
    expect(() => turnDown(anApplication(), 'not-corrected')).toThrow('correction-was-asked-for');
  });

  it('may rest on a correction that did not come within its term, recorded or not', () => {
    const { state } = requestCorrection(
      anApplication(),
      {
        remarks: [{ material: 'report', problem: 'missing', explanation: '请补交' }],
        noticeNumber: '补正〔2026〕000001号',
        issuedBy: '窗口',
      },
      LATER,
      TERMS,
    );
    const at = (time: string) => () =>
      turnDown(state, 'not-corrected', undefined, instantOf(time)).state.status;

    expect(at('2026-05-22T23:59:59+08:00')).toThrow('correction-was-asked-for');
    expect(at('2026-05-23T00:00:00+08:00')()).toBe('declined');
  });

  it('is not possible after the term for an answer', () => {
    expect(() =>
      turnDown(anApplication({ answerBy: { due: '2026-04-28' } }), 'no-permit-needed'),
    ).toThrow('within-the-answer-term');
  });
});

describe('Withdrawing', () => {
  it.each(applicationLifecycle.states)(
    'is possible until the application is accepted: %s',
    (status) => {
      const attempt = () => withdraw(inStatus(status), '不办了', LATER).state.status;

      if (applicationLifecycle.allows(status, 'withdraw')) expect(attempt()).toBe('withdrawn');
      else expect(attempt).toThrow('action-not-allowed-in-state');
    },
  );
});
