import { instantOf } from '@onewindow/kernel';
import { applicationLifecycle } from './application-lifecycle.js';
import type { Application, CorrectionRemark } from './application.js';
import { missCorrection, requestCorrection, resubmit } from './correction.js';
import {
  anApplication,
  handedIn,
  inStatus,
  LATER,
  OWNER,
  TERMS,
  rulesOf,
} from '../../test/situations.js';

const missing: CorrectionRemark = { material: 'report', problem: 'missing', explanation: '请补交' };
const wrong: CorrectionRemark = { material: 'form', problem: 'wrong', explanation: '缺签章' };

const ask = (application: Application, ...remarks: CorrectionRemark[]) =>
  requestCorrection(
    application,
    { remarks, noticeNumber: '补正〔2026〕000001号', issuedBy: '窗口' },
    LATER,
    TERMS,
  );

describe('Giving the correction notice', () => {
  it('sends the application back with everything that is to be corrected and by when', () => {
    const { state } = ask(anApplication(), missing, wrong);

    expect(state.status).toBe('awaiting-correction');
    expect(state.correction?.remarks).toEqual([missing, wrong]);
    expect(state.correction?.correctBy).toEqual({ due: '2026-05-22' });
  });

  it('issues the written notice and serves it on an applicant who agreed to electronic service', () => {
    const { state, events } = ask(anApplication(), missing, wrong);

    expect(state.papers).toMatchObject([
      { kind: 'correction-notice', service: { method: 'electronic' } },
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      'correction-requested',
      'paper-issued',
      'paper-served',
    ]);
  });

  it('has to list every missing material, because there is no second notice', () => {
    expect(rulesOf(() => ask(anApplication(), wrong))).toEqual(['notice-is-complete']);
  });

  it('may not call wrong what was not handed in, nor missing what was', () => {
    const rules = rulesOf(() =>
      ask(anApplication(), { ...missing, problem: 'wrong' }, { ...wrong, problem: 'missing' }),
    );

    expect(rules).toEqual(['wrong-was-handed-in', 'missing-is-missing']);
  });

  it('may not ask for a material outside the guide', () => {
    expect(
      rulesOf(() => ask(anApplication(), missing, { ...missing, material: 'family-tree' })),
    ).toEqual(['material-in-guide']);
  });

  it('comes too late after the term, even if nobody has recorded the acceptance yet', () => {
    const late = anApplication({ answerBy: { due: '2026-04-28' } });

    expect(rulesOf(() => ask(late, missing))).toEqual(['within-the-answer-term']);
  });

  it.each(applicationLifecycle.states.filter((status) => status !== 'submitted'))(
    'is refused while the application is %s',
    (status) => {
      expect(() => ask(inStatus(status), wrong)).toThrow('action-not-allowed-in-state');
    },
  );
});

describe('Handing in the corrections', () => {
  const waiting = ask(anApplication(), missing, wrong).state;
  const hand = (...materials: string[]) =>
    resubmit(
      waiting,
      { handedIn: materials.map((material) => handedIn(material)), by: OWNER },
      LATER,
      TERMS,
    );

  it('replaces what was wrong and adds what was missing', () => {
    const { state } = hand('report', 'form');

    expect(state.status).toBe('corrected');
    expect(state.materials.map(({ material, files }) => [material, files.length])).toEqual([
      ['form', 1],
      ['report', 1],
    ]);
  });

  it('takes no more files of one material than the bureau takes over', () => {
    const many = Array.from({ length: 21 }, () => handedIn('report'));
    const request = { handedIn: [...many, handedIn('form')], by: OWNER };

    expect(rulesOf(() => resubmit(waiting, request, LATER, TERMS))).toEqual([
      'files-of-a-material',
    ]);
  });

  it('comes too late after the term where the place lets the application count as withdrawn', () => {
    const request = { handedIn: [handedIn('report'), handedIn('form')], by: OWNER };
    const late = instantOf('2026-05-23T00:00:00+08:00');
    const withdrawn = { ...TERMS, correctionMissed: 'withdrawn' } as const;

    expect(rulesOf(() => resubmit(waiting, request, late, withdrawn))).toEqual([
      'within-the-correction-term',
    ]);
    expect(resubmit(waiting, request, late, TERMS).state.status).toBe('corrected');
  });

  it('has to answer every remark', () => {
    expect(rulesOf(() => hand('report'))).toEqual(['every-remark-answered']);
  });

  it.each(applicationLifecycle.states.filter((status) => status !== 'awaiting-correction'))(
    'is refused while the application is %s',
    (status) => {
      expect(() => resubmit(inStatus(status), { handedIn: [], by: OWNER }, LATER, TERMS)).toThrow(
        'action-not-allowed-in-state',
      );
    },
  );
});

describe('Missing the term for corrections', () => {
  const waiting = ask(anApplication(), missing).state;

  it('leads to a reminder where the place has not said otherwise', () => {
    const { state, events } = missCorrection(waiting, 'reminder', LATER);

    expect(state.status).toBe('awaiting-correction');
    expect(events).toEqual([{ type: 'correction-missed', missedAt: LATER }]);
  });

  it('counts as a withdrawal where the place says so', () => {
    expect(missCorrection(waiting, 'withdrawn', LATER).state.status).toBe('withdrawn');
  });

  it('means nothing once the corrections are there', () => {
    expect(missCorrection(inStatus('corrected'), 'withdrawn', LATER).events).toEqual([]);
  });
});
