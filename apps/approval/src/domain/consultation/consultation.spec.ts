import { WorkingCalendar } from '@onewindow/statutory-clock';
import { withDaysOff } from '../../../test/calendars.js';
import { anOpenCase } from '../../../test/cases.js';
import {
  anOfficer,
  anOpenTrack,
  on,
  refusalOf,
  reviewer,
  rulesOf,
} from '../../../test/fixtures.js';
import { answerFor, closeConsultation, noteSilence, remindDepartments } from './answering.js';
import { askDepartments, type ConsultationRequest, type ConsultationRules } from './asking.js';
import {
  consultationDeadlinesOf,
  isSettled,
  lampOfAsked,
  type Consultation,
} from './consultation.js';
import { unmetByConsultation } from './decision-after-consultation.js';
import { requireAskedOfficer, seesWholeConsultation, wasAsked } from './who-may-see.js';

/** Monday 2026-11-02: five working days end on the 9th, three on the 5th. */
const ASKED = on('2026-11-02');
const DEPARTMENTS = ['fire-rescue', 'city-management', 'market-regulation'];
const RULES: ConsultationRules = {
  workingDays: 5,
  remindWorkingDaysBefore: 1,
  silence: 'no-objection',
};

let serial = 0;
const ask = (
  before?: Consultation,
  request: Partial<ConsultationRequest> = {},
  {
    rules = RULES,
    at = ASKED,
    calendar = WorkingCalendar.published(),
  }: { rules?: ConsultationRules; at?: typeof ASKED; calendar?: WorkingCalendar } = {},
) =>
  askDepartments(
    before,
    { of: anOpenCase(), track: anOpenTrack() },
    {
      departments: DEPARTMENTS.map((department) => ({ department })),
      question: '是否同意排水方案',
      ...request,
    },
    reviewer,
    at,
    { rules, calendar, newId: () => `request-${(serial += 1)}` },
  );

const fire = anOfficer('zhao', 'fire-rescue', 'approver');
const AGREE = { position: 'agree', conditions: [], reasons: [], legalBasis: [] } as const;
const DISAGREE = {
  position: 'disagree',
  conditions: [],
  reasons: ['影响消防通道'],
  legalBasis: ['消防法 28'],
} as const;
const answered = (of: Consultation, department: string, at = on('2026-11-04'), given = AGREE) =>
  answerFor(of, department, given, fire, at);
const allAnswered = (of: Consultation) =>
  DEPARTMENTS.reduce((state, department) => answered(state, department).state, of);
const grant = { outcome: 'granted', reasons: [], legalBasis: ['条例'] } as const;

describe('The lamp of a department that was asked', () => {
  it.each([
    ['none before the reminder', '2026-11-05', undefined],
    ['blue from the reminder on', '2026-11-06', 'blue'],
    ['yellow on the last day', '2026-11-09', 'yellow'],
    ['red after it', '2026-11-10', 'red'],
  ] as const)('is %s', (_, day, lamp) => {
    const [asked] = ask().state.requests;

    expect(asked && lampOfAsked(asked, on(day))).toBe(lamp);
  });

  it('goes out with the answer, also with a late one', () => {
    const { state } = answered(ask().state, 'fire-rescue', on('2026-11-12'));
    const [asked] = state.requests;

    expect(asked && lampOfAsked(asked, on('2026-11-13'))).toBeUndefined();
  });
});

describe('Asking departments', () => {
  it('gives each its own term in working days, or that of the place', () => {
    const departments = [{ department: 'fire-rescue', workingDays: 3 }, { department: 'tobacco' }];
    const { state, events } = ask(undefined, { departments });

    expect(
      state.requests.map(({ department, answerBy, remindAt }) => [
        department,
        answerBy.due,
        remindAt,
      ]),
    ).toEqual([
      ['fire-rescue', '2026-11-05', on('2026-11-04', '00:00')],
      ['tobacco', '2026-11-09', on('2026-11-06', '00:00')],
    ]);
    expect(events).toEqual([{ type: 'opinions-asked', requests: state.requests }]);
  });

  it('has a date that stays open where the calendar ends', () => {
    const { state } = ask(undefined, {}, { at: on('2026-12-31') });

    expect(state.requests[0]?.answerBy).toMatchObject({ missingYear: 2027 });
    expect(consultationDeadlinesOf(state)).toEqual({
      'opinion-reminder': undefined,
      'opinion-due': undefined,
    });
  });

  it('refuses with everything that is wrong: no question, one twice, the agency itself', () => {
    const departments = ['fire-rescue', 'fire-rescue', 'bureau'].map((department) => ({
      department,
    }));

    expect(rulesOf(() => ask(undefined, { departments, question: ' ' }))).toEqual([
      'question-stated',
      'department-named-once',
      'another-department',
    ]);
  });

  it('does not ask a department again that still has its term', () => {
    const { state } = ask();

    expect(rulesOf(() => ask(state, { reason: '再问' }))).toEqual(
      DEPARTMENTS.map(() => 'not-asked-while-open'),
    );
  });

  it('asks a second time with a reason, and the newest answer counts', () => {
    const first = allAnswered(ask().state);
    const departments = [{ department: 'fire-rescue' }];

    expect(rulesOf(() => ask(first, { departments }))).toEqual(['further-round-with-reason']);
    const { state } = ask(first, { departments, reason: '方案变更' });
    expect(state.requests.at(-1)).toMatchObject({ round: 2, reason: '方案变更' });
    expect(state.status).toBe('asking');
    expect(unmetByConsultation(state, grant, on('2026-11-04')).map(({ rule }) => rule)).toEqual([
      'consultation-ended',
    ]);
  });
});

describe('A department that is waited for again after a decision was quashed', () => {
  it('has its term on the calendar of today', () => {
    const { state } = ask(undefined, { departments: [{ department: 'fire-rescue' }] });
    const closed = closeConsultation(state, on('2026-11-03')).state;
    const { calendar } = withDaysOff('2026-11-06');
    const others = { departments: [{ department: 'city-management' }] };
    const again = ask(closed, others, { at: on('2026-11-04'), calendar }).state;

    expect(again.requests.map(({ answerBy }) => answerBy.due)).toEqual([
      '2026-11-10',
      '2026-11-12',
    ]);
  });
});

describe('A department that kept silent and is waited for', () => {
  const at = on('2026-11-10');
  const rules = { ...RULES, silence: 'awaited' } as const;
  const asked = ask(undefined, {}, { rules }).state;
  const twoAnswered = answered(answered(asked, 'city-management').state, 'market-regulation').state;
  const departments = [{ department: 'fire-rescue' }];
  const request = { departments, reason: '逾期未复' };

  it.each([
    ['recorded', noteSilence(twoAnswered, at).state],
    ['not yet recorded', twoAnswered],
  ])('is asked again after its term; its new answer is the last (%s)', (_, silent) => {
    const again = ask(silent, request, { rules, at }).state;
    expect(consultationDeadlinesOf(again)).toEqual({
      'opinion-reminder': on('2026-11-16', '00:00'),
      'opinion-due': on('2026-11-18', '00:00'),
    });
    expect(noteSilence(again, on('2026-11-11')).events).toEqual([]);
    expect(remindDepartments(again, on('2026-11-11')).events).toEqual([]);

    const { state } = answered(again, 'fire-rescue', on('2026-11-12'));
    expect(state.status).toBe('settled');
    expect(Object.values(consultationDeadlinesOf(state))).toEqual([undefined, undefined]);
  });

  it('settles by its newest silence, where the place waits for nobody any more', () => {
    const again = ask(noteSilence(twoAnswered, at).state, request, { at }).state;

    expect(noteSilence(again, on('2026-11-18')).state.status).toBe('settled');
  });
});

describe('A department that was asked', () => {
  it('answers once; its conditions, reasons and provisions are asked for together', () => {
    const { state } = ask();

    expect(
      rulesOf(() =>
        answerFor(state, 'fire-rescue', { ...AGREE, position: 'disagree' }, fire, ASKED),
      ),
    ).toEqual(['disagreement-gives-reasons', 'disagreement-gives-basis']);
    expect(
      rulesOf(() =>
        answerFor(
          state,
          'fire-rescue',
          { ...AGREE, position: 'agree-with-conditions' },
          fire,
          ASKED,
        ),
      ),
    ).toEqual(['conditions-stated']);
    const once = answered(state, 'fire-rescue').state;
    expect(rulesOf(() => answered(once, 'fire-rescue'))).toEqual(['answered-once']);
  });

  it('settles the consultation with the last answer', () => {
    const { state } = ask();
    const two = answered(answered(state, 'fire-rescue').state, 'city-management').state;

    expect(two.status).toBe('asking');
    expect(answered(two, 'market-regulation').state.status).toBe('settled');
  });

  it('is recorded as late after its term, also once the track was decided', () => {
    const silent = noteSilence(ask().state, on('2026-11-10')).state;
    const closed = closeConsultation(silent, on('2026-11-11')).state;

    for (const state of [silent, closed]) {
      const late = answered(state, 'fire-rescue', on('2026-11-12'));
      expect(late.state.requests[0]?.answer?.late).toBe(true);
      expect(late.state.status).toBe(state.status);
    }
    expect(
      answered(ask().state, 'fire-rescue', on('2026-11-09', '23:59')).state.requests[0]?.answer
        ?.late,
    ).toBe(false);
  });

  it('is nobody who was not asked', () => {
    expect(refusalOf(() => answered(ask().state, 'tobacco')).code).toBe('not-consulted');
  });
});

describe('Time and departments', () => {
  it('reminds each of them once, on its day', () => {
    const { state } = ask();

    expect(remindDepartments(state, on('2026-11-05')).events).toEqual([]);
    const reminded = remindDepartments(answered(state, 'fire-rescue').state, on('2026-11-06'));
    expect(reminded.events).toEqual([
      { type: 'departments-reminded', departments: ['city-management', 'market-regulation'] },
    ]);
    expect(remindDepartments(reminded.state, on('2026-11-06')).events).toEqual([]);
  });

  it.each([
    ['agreement', 'settled', true],
    ['no-objection', 'settled', true],
    ['awaited', 'asking', false],
  ] as const)('takes silence as the place does: %s', (silence, status, settled) => {
    const asked = ask(undefined, {}, { rules: { ...RULES, silence } }).state;
    const { state, events } = noteSilence(asked, on('2026-11-10'));

    expect(state.status).toBe(status);
    expect(events.map((each) => each.type)).toEqual(DEPARTMENTS.map(() => 'department-silent'));
    expect(state.requests.every((each) => isSettled(each, on('2026-11-10')))).toBe(settled);
    expect(unmetByConsultation(state, grant, on('2026-11-10'))).toHaveLength(settled ? 0 : 1);
    expect(noteSilence(state, on('2026-11-11')).events).toEqual([]);
  });

  it('is over by itself, before anybody has recorded it', () => {
    const { state } = ask();

    expect(unmetByConsultation(state, grant, on('2026-11-09', '23:59'))).toHaveLength(1);
    expect(unmetByConsultation(state, grant, on('2026-11-10', '00:00'))).toEqual([]);
  });
});

describe('A decision after a consultation', () => {
  it('says how far it is and who is waited for', () => {
    const one = answered(ask().state, 'fire-rescue').state;
    const [unmet] = unmetByConsultation(one, grant, on('2026-11-04'));

    expect(unmet?.message.en).toContain('1 of 3');
    expect(unmet?.message.en).toContain('city-management, market-regulation');
  });

  it('answers a disagreement in its reasons, however many agreed', () => {
    const two = answered(answered(ask().state, 'city-management').state, 'market-regulation').state;
    const { state } = answerFor(two, 'fire-rescue', DISAGREE, fire, on('2026-11-04'));
    const rules = (request: Parameters<typeof unmetByConsultation>[1]) =>
      unmetByConsultation(state, request, on('2026-11-05')).map(({ rule }) => rule);

    expect(rules(grant)).toEqual(['disagreement-answered']);
    expect(rules({ ...grant, reasons: ['已增设通道'] })).toEqual([]);
    expect(rules({ ...grant, outcome: 'refused' })).toEqual([]);
  });
});

describe('Who sees a consultation', () => {
  const { state } = ask();

  it('is the agency that asks, the auditor, and each department for itself', () => {
    const auditor = anOfficer('a', 'government-office', 'auditor');
    const other = anOfficer('t', 'tobacco', 'approver');

    expect(
      [reviewer, auditor, fire, other].map((each) => seesWholeConsultation(state, each)),
    ).toEqual([true, true, false, false]);
    expect([reviewer, fire, other].map((each) => wasAsked(state, each))).toEqual([
      false,
      true,
      false,
    ]);
    expect(wasAsked(state, { ...fire, region: '110000' })).toBe(false);
    expect(wasAsked(state, { ...fire, roles: ['inspector'] })).toBe(false);
    expect(() => requireAskedOfficer(state, other)).toThrow('not-consulted');
  });
});
