import { instantOf, type Person } from '@onewindow/kernel';
import { handoverLifecycle } from './handover-lifecycle.js';
import { DECISION } from '../../test/a-decision.js';
import { acknowledge, receive, recordOverdue } from './handover.js';
import { maySign, seesDepartment } from './may-see.js';

const NOW = instantOf('2026-05-14T10:00:00+08:00');
const LATER = instantOf('2026-05-15T09:00:00+08:00');

const received = receive(DECISION, NOW).state;
const signed = acknowledge(received, { officer: 'jiang.bo' }, LATER).state;

describe('A handed-over decision', () => {
  it('is received with the date by which the department signs', () => {
    expect(received).toMatchObject({
      status: 'received',
      receivedAt: NOW,
      acknowledgeBy: { due: '2026-05-19' },
    });
  });

  it('is acknowledged by an officer, with the hour', () => {
    expect(signed).toMatchObject({
      status: 'acknowledged',
      acknowledgedAt: LATER,
      acknowledgedBy: 'jiang.bo',
    });
  });

  it.each(
    handoverLifecycle.states.filter((status) => !handoverLifecycle.allows(status, 'acknowledge')),
  )('cannot be acknowledged while it is %s', (status) => {
    expect(() => acknowledge({ ...received, status }, { officer: 'x' }, LATER)).toThrow(
      'action-not-allowed-in-state',
    );
  });

  it('is noted as overdue once, and can still be acknowledged', () => {
    const overdue = recordOverdue(received, LATER);

    expect(overdue.events).toEqual([{ type: 'acknowledgement-overdue', since: LATER }]);
    expect(recordOverdue(overdue.state, LATER).events).toEqual([]);
    expect(acknowledge(overdue.state, { officer: 'x' }, LATER).state.status).toBe('acknowledged');
  });

  it('is never overdue after it was acknowledged', () => {
    expect(recordOverdue(signed, LATER).events).toEqual([]);
  });
});

describe('Sight of a department’s handovers', () => {
  const officer = (change: Partial<Person>): Person => ({
    kind: 'person',
    id: 'jiang.bo',
    name: '蒋波',
    roles: ['supervisor'],
    region: '379900',
    department: 'city-management',
    ...change,
  });
  const sees = (change: Partial<Person>) =>
    seesDepartment(officer(change), 'city-management', '379900');

  it('have its own officers and the auditors of the city', () => {
    expect(sees({})).toBe(true);
    expect(sees({ roles: ['auditor'], department: 'government-office' })).toBe(true);
  });

  it('have neither other departments, other cities, other duties nor services', () => {
    expect(sees({ department: 'market-regulation' })).toBe(false);
    expect(sees({ region: '370100' })).toBe(false);
    expect(sees({ roles: ['approver'] })).toBe(false);
    expect(
      seesDepartment({ kind: 'service', id: 'gateway-centre' }, 'city-management', '379900'),
    ).toBe(false);
  });

  it('does not let auditors, other departments or other cities sign', () => {
    const signs = (change: Partial<Person>) => maySign(officer(change), received, '379900');

    expect(signs({})).toBe(true);
    expect(signs({ roles: ['auditor'] })).toBe(false);
    expect(signs({ department: 'market-regulation' })).toBe(false);
    expect(signs({ region: '370100' })).toBe(false);
  });
});
