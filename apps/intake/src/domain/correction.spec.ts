import { instantOf } from '@onewindow/kernel';
import { applicationLifecycle } from './application-lifecycle.js';
import type { Application, CorrectionRemark } from './application.js';
import { requestCorrection, resubmit } from './correction.js';
import { correctionPolicy, missCorrection, type CorrectionMissed } from './missed-correction.js';
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
    const withdrawn = { ...TERMS, missed: correctionPolicy('withdrawn') };

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
  const END = instantOf('2026-05-23T00:00:00+08:00');
  const RECORDED = instantOf('2026-05-25T09:00:00+08:00');
  const notice = { number: '不予受理〔2026〕000001号', issuedBy: '窗口' };
  const miss = (missed: CorrectionMissed, now = RECORDED, of = waiting) =>
    missCorrection(of, { policy: correctionPolicy(missed, '某市条例 36'), now, notice });

  it('leads to a reminder where the place has not said otherwise', () => {
    const { state, events } = miss('reminder');

    expect(state.status).toBe('awaiting-correction');
    expect(events).toMatchObject([
      {
        type: 'correction-missed',
        missedAt: END,
        effect: { consequence: 'remind', article: '行政许可法 32', becameSoAt: END },
      },
    ]);
    expect(state.correction).toMatchObject({ missedAt: END, recordedAt: RECORDED });
  });

  it.each([
    ['withdrawn', { status: 'withdrawn', withdrawnAt: END }],
    ['returned', { status: 'returned', returnedAt: END }],
    ['refused', { status: 'declined', nonAcceptance: { declinedAt: END } }],
  ] as const)(
    'counts as %s where the place says so, as of the end of the term',
    (missed, after) => {
      const { state } = miss(missed);

      expect(state).toMatchObject(after);
      expect(state.correction?.effect).toMatchObject({ article: '某市条例 36', becameSoAt: END });
    },
  );

  it('is told in a written decision where the application is not accepted', () => {
    expect(miss('refused').state.papers.at(-1)).toMatchObject({
      kind: 'non-acceptance-notice',
      number: notice.number,
      issuedAt: RECORDED,
    });
  });

  it('means nothing before the term is over, or once the corrections are there', () => {
    expect(miss('withdrawn', instantOf('2026-05-22T23:59:59+08:00')).events).toEqual([]);
    expect(miss('withdrawn', RECORDED, inStatus('corrected')).events).toEqual([]);
  });
});

describe('A notice that names answers of the form', () => {
  const form = {
    type: 'object' as const,
    properties: {
      area: { type: 'number' as const, title: '面积', 'x-title-en': 'Area' },
      use: { type: 'string' as const, title: '用途' },
    },
  };
  const filed = anApplication({ form, answers: { area: 8, use: '餐饮' }, decisive: ['use'] });
  const complete = { ...filed, materials: inStatus('submitted').materials };
  const remark = { field: 'area', explanation: '与平面图不一致' };
  const named = (...answers: { field: string; explanation: string }[]) =>
    requestCorrection(
      complete,
      { remarks: [], answers, noticeNumber: '补正1', issuedBy: '窗口' },
      LATER,
      TERMS,
    );
  const corrected = (answers: object) =>
    resubmit(
      named(remark).state,
      { handedIn: [], answers: { ...answers }, by: OWNER },
      LATER,
      TERMS,
    );

  it('lists them, and is answered by another answer', () => {
    expect(named(remark).state.correction?.answers).toEqual([remark]);
    expect(rulesOf(() => corrected({ area: 8, use: '餐饮' }))).toEqual(['every-remark-answered']);
    expect(corrected({ area: 80, use: '餐饮' }).state.status).toBe('corrected');
  });

  it('says something, once, of what is asked and decided nothing', () => {
    expect(rulesOf(() => named())).toEqual(['notice-says-something']);
    expect(
      rulesOf(() =>
        named(remark, remark, { ...remark, field: 'father' }, { ...remark, field: 'use' }),
      ),
    ).toEqual(['answer-remarked-once', 'answer-in-form', 'answer-decided']);
  });
});
