import { accept, acceptBySilence, decline, withdraw } from './acceptance.js';
import { applicationLifecycle } from './application-lifecycle.js';
import type { Application } from './application.js';
import {
  aCompleteApplication,
  anApplication,
  CALENDAR,
  inStatus,
  LATER,
  RECEIVED,
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

  it.each(
    applicationLifecycle.states.filter((status) => !applicationLifecycle.allows(status, 'accept')),
  )('is refused while the application is %s', (status) => {
    expect(() => take(inStatus(status))).toThrow('action-not-allowed-in-state');
  });
});

describe('Silence of the window', () => {
  const silence = (application: Application) =>
    acceptBySilence(application, NUMBERS, { legal: LATER, recorded: LATER }, CALENDAR);

  it('accepts the application back to the day of its receipt, complete or not', () => {
    const { state } = silence(anApplication());

    expect(state.status).toBe('accepted');
    expect(state.acceptance).toMatchObject({
      by: 'silence',
      acceptedAt: RECEIVED,
      recordedAt: LATER,
    });
    expect(state.tracks).toMatchObject([{ statutory: { due: '2026-05-27' } }]);
  });

  it('is only recorded after a correction, for which the law names no such effect', () => {
    const { state, events } = silence(inStatus('corrected'));

    expect(state.status).toBe('corrected');
    expect(events).toEqual([{ type: 'answer-overdue', since: LATER }]);
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
    ground: 'no-permit-needed' | 'not-competent' | 'not-corrected',
    competentAuthority?: string,
  ) =>
    decline(
      application,
      {
        ground,
        reasons: ['理由'],
        noticeNumber: '不予受理〔2026〕000001号',
        issuedBy: '窗口',
        ...(competentAuthority !== undefined && { competentAuthority }),
      },
      LATER,
    );

  it('is done in writing', () => {
    expect(turnDown(anApplication(), 'no-permit-needed').state.papers).toMatchObject([
      { kind: 'non-acceptance-notice' },
    ]);
  });

  it('names the authority to apply to instead', () => {
    expect(() => turnDown(anApplication(), 'not-competent')).toThrow('competent-authority-named');
    expect(turnDown(anApplication(), 'not-competent', '省级机关').state.status).toBe('declined');
  });

  it('cannot rest on a correction that nobody asked for', () => {
    expect(() => turnDown(anApplication(), 'not-corrected')).toThrow('correction-was-asked-for');
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
