import { instantOf } from '@onewindow/kernel';
import {
  aCatalogue,
  aFile,
  aFiling,
  anItem,
  CALENDAR,
  handedIn,
  LATER,
  OWNER,
  RECEIVED,
  TERMS,
} from '../../test/situations.js';
import { accept, acceptBySilence, decline, withdraw } from './acceptance.js';
import type { Application, CorrectionRemark, HeldFile } from './application.js';
import { requestCorrection, resubmit } from './correction.js';
import { correctionPolicy, missCorrection, type CorrectionMissed } from './missed-correction.js';
import { fileApplication } from './filing.js';
import { followReports, receiveReport } from './reports.js';

const MUCH_LATER = instantOf('2026-05-12T10:00:00+08:00');

const item = anItem({
  materials: anItem().materials.map((each) =>
    each.code === 'report' ? { ...each, intermediaryService: 'water-quality-testing' } : each,
  ),
});

const filed = fileApplication(
  aFiling({ handedIn: [handedIn('form')] }),
  aCatalogue(item),
  RECEIVED,
  TERMS,
).state;

const MISSING: CorrectionRemark = { material: 'report', problem: 'missing', explanation: '请补交' };
const WRONG: CorrectionRemark = { material: 'form', problem: 'wrong', explanation: '缺签章' };

const notified = (remarks: readonly CorrectionRemark[] = [MISSING, WRONG]) =>
  followReports(
    requestCorrection(filed, { remarks, noticeNumber: '补正1', issuedBy: '窗口' }, LATER, TERMS),
    LATER,
  );

const REPORT: HeldFile = {
  ...aFile('water'),
  provenance: {
    agencyName: '清源检测',
    agencyCreditCode: '91371500MA9YXW1T5X',
    projectNumber: 'ZJ-1',
    contractNumber: 'HT-1',
    deliveredAt: MUCH_LATER,
  },
};

const missed = (application: Application, consequence: CorrectionMissed) =>
  missCorrection(application, {
    policy: correctionPolicy(consequence),
    now: instantOf('2026-06-01T10:00:00+08:00'),
  });

const deliver = (application: Application, file = REPORT) =>
  followReports(
    receiveReport(application, { material: 'report', file }, MUCH_LATER, TERMS),
    MUCH_LATER,
  );

const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
const reasonsOf = (events: readonly object[]) =>
  events.flatMap((each) => ('reason' in each && 'since' in each ? [each.reason] : []));

const resubmitted = (application: Application, ...materials: string[]) =>
  followReports(
    resubmit(
      application,
      { handedIn: materials.map((each) => handedIn(each)), by: OWNER },
      MUCH_LATER,
      TERMS,
    ),
    MUCH_LATER,
  );

describe('A report that only an intermediary makes', () => {
  it('is said to be needed when the one correction notice names it as missing', () => {
    const { state, events } = notified();

    expect(events.at(-1)).toEqual({
      type: 'report-needed',
      report: {
        item: 'drainage-permit',
        itemName: '城镇污水排入排水管网许可',
        material: 'report',
        materialName: '检测报告',
        service: 'water-quality-testing',
        since: LATER,
      },
    });
    expect(state.neededReports).toHaveLength(1);
  });

  it('is nothing for the market while the guide names no service for it', () => {
    const plain = fileApplication(aFiling(), aCatalogue(), RECEIVED, TERMS).state;
    const { events } = followReports(
      requestCorrection(
        plain,
        { remarks: [MISSING], noticeNumber: '补正1', issuedBy: '窗口' },
        LATER,
        TERMS,
      ),
      LATER,
    );

    expect(typesOf(events)).not.toContain('report-needed');
  });

  it('lands on the application by itself with where it comes from, and is needed no more', () => {
    const { state, events } = deliver(notified().state);

    expect(state.materials.find(({ material }) => material === 'report')).toEqual({
      material: 'report',
      name: '检测报告',
      files: [REPORT],
    });
    expect(state.status).toBe('awaiting-correction');
    expect(typesOf(events)).toEqual(['report-delivered', 'report-not-needed']);
    expect(reasonsOf(events)).toEqual(['delivered']);
    expect(state.neededReports).toEqual([]);
  });

  it('leaves the rest of the notice to the applicant, who need not hand the report in again', () => {
    const { state } = deliver(notified().state);

    const { state: corrected } = resubmitted(state, 'form');
    expect(corrected.status).toBe('corrected');
    expect(
      accept(
        corrected,
        { caseNumber: 'C-1', receiptNumber: 'R-1', issuedBy: '窗口' },
        MUCH_LATER,
        CALENDAR,
      ).state.status,
    ).toBe('accepted');
  });

  it('completes the corrections when the notice named nothing else', () => {
    const { state, events } = deliver(notified([MISSING]).state);

    expect(state).toMatchObject({
      status: 'corrected',
      answerBy: { due: '2026-05-19' },
      correction: { correctedAt: MUCH_LATER },
    });
    expect(typesOf(events)).toEqual([
      'report-delivered',
      'corrections-received',
      'report-not-needed',
    ]);
  });

  it('does not touch what the applicant handed in meanwhile', () => {
    const own = resubmitted(notified().state, 'form', 'report');
    expect(reasonsOf(own.events)).toEqual(['handed-in']);

    const late = deliver(own.state);
    expect(late.events).toEqual([]);
    expect(late.state).toBe(own.state);
  });

  it('does not land a second time, nor a second one beside it', () => {
    const once = deliver(notified().state).state;

    expect(deliver(once)).toEqual({ state: once, events: [] });
    expect(deliver(once, { ...REPORT, hash: 'e'.repeat(64) }).events).toEqual([]);
  });

  it('lands where nobody asked for a correction yet, but never as a material outside the guide', () => {
    expect(deliver(filed).state.materials.map(({ material }) => material)).toEqual([
      'form',
      'report',
    ]);
    const strange = receiveReport(filed, { material: 'seal', file: REPORT }, LATER, TERMS);
    expect(strange.events).toEqual([]);
  });

  it.each([
    ['returned', (state: Application) => missed(state, 'returned'), 'ended'],
    ['withdrawn', (state: Application) => withdraw(state, '不办了', MUCH_LATER), 'ended'],
    [
      'declined',
      (state: Application) =>
        decline(
          state,
          { ground: 'no-permit-needed', reasons: ['无需许可'] },
          { number: 'N', issuedBy: '窗口' },
          MUCH_LATER,
        ),
      'ended',
    ],
    ['returned', (state: Application) => missed(state, 'returned'), 'ended'],
    ['withdrawn', (state: Application) => missed(state, 'withdrawn'), 'ended'],
  ] as const)(
    'is needed no more by an application that is %s, and comes too late',
    (status, end, reason) => {
      const ended = followReports(end(notified().state), MUCH_LATER);

      expect(ended.state.status).toBe(status);
      expect(reasonsOf(ended.events)).toEqual([reason]);
      expect(deliver(ended.state).events).toEqual([]);
    },
  );

  it('stays needed while a missed term leads to a reminder only', () => {
    const late = followReports(missed(notified().state, 'reminder'), MUCH_LATER);

    expect(typesOf(late.events)).toEqual(['correction-missed']);
    expect(typesOf(deliver(late.state).events)).toContain('report-delivered');
  });

  it('comes too late for what the law accepted by silence', () => {
    const { state } = acceptBySilence(
      filed,
      { caseNumber: 'C-1', receiptNumber: 'R-1', issuedBy: '窗口' },
      { legal: MUCH_LATER, recorded: MUCH_LATER },
      CALENDAR,
    );

    expect(deliver(state).events).toEqual([]);
  });
});
