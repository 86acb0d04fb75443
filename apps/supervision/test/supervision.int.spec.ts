import { randomUUID } from 'node:crypto';
import {
  AcknowledgeHandoverV1,
  DecisionHandedOverV1,
  FindHandoverV1,
  HandoverAcknowledgedV1,
  ListHandoversV1,
  type RequestOf,
} from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import type { Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import {
  aHandedOverDecision,
  Department,
  elsewhere,
  NOW,
  on,
  people,
  WITHIN,
} from './a-department.js';

const { officer, gardener, marketOfficer, auditor } = people;

let department: Department;

beforeAll(async () => {
  department = await Department.open(NOW);
});

afterAll(() => department.close());

const find = (handoverId: string, person: Person = officer, of = 'city-management') =>
  department.ask(FindHandoverV1, person, { department: of, handoverId });

const acknowledge = (
  handoverId: string,
  person: Person = officer,
  change: Partial<RequestOf<typeof AcknowledgeHandoverV1>> = {},
  key?: string,
) =>
  department.ask(
    AcknowledgeHandoverV1,
    person,
    { department: 'city-management', handoverId, ...change },
    key,
  );

const list = (change: Partial<RequestOf<typeof ListHandoversV1>> = {}, person: Person = officer) =>
  department.ask(ListHandoversV1, person, { department: 'city-management', ...change });

const facts = async (applicationId: string) =>
  (await department.trace(applicationId)).entries.map(({ name }) => name);

describe('A decision that is handed over', () => {
  it('is shown with everything that supervision starts from', async () => {
    const { handedOverAt: _, ...told } = await department.handOver();
    const { applicationId: __, ...shown } = told;

    expect(await find(told.handoverId)).toEqual({
      ...shown,
      status: 'received',
      actions: ['acknowledge'],
      receivedAt: NOW,
    });
  });

  it('is received once, however often it is told', async () => {
    const told = await department.handOver();
    await department.handOver(told);

    expect(await facts(told.applicationId)).toEqual(['handover-received']);
  });

  it('is signed for by an officer, and the bureau learns of it', async () => {
    const { handoverId, applicationId, caseNumber } = await department.handOver();

    expect(await acknowledge(handoverId, officer, { remark: '已建档' })).toEqual({
      acknowledgedAt: NOW,
    });
    expect(await find(handoverId)).toMatchObject({
      status: 'acknowledged',
      actions: [],
      acknowledgedAt: NOW,
      acknowledgedBy: officer.id,
      remark: '已建档',
    });
    await eventually(async () => {
      expect(await department.bureau.heardOf(HandoverAcknowledgedV1, applicationId)).toEqual([
        {
          handoverId,
          applicationId,
          caseNumber,
          department: 'city-management',
          acknowledgedAt: NOW,
          acknowledgedBy: officer.id,
        },
      ]);
    }, WITHIN);
  });

  it('is signed for once: the same request gets the first answer, another one is refused', async () => {
    const { handoverId, applicationId } = await department.handOver();
    const key = randomUUID();
    const answers = await Promise.all([
      acknowledge(handoverId, officer, {}, key),
      acknowledge(handoverId, officer, {}, key),
    ]);

    expect(answers[0]).toEqual(answers[1]);
    await expect(acknowledge(handoverId)).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
    expect(await facts(applicationId)).toEqual([
      'handover-received',
      'supervision.handover-acknowledged',
    ]);
  });

  it('is signed for by one of two officers at once', async () => {
    const { handoverId, applicationId } = await department.handOver();
    const answers = await Promise.allSettled([
      acknowledge(handoverId),
      acknowledge(handoverId, { ...officer, id: 'lu.hua' }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await facts(applicationId)).toHaveLength(2);
  });

  it('waits in its own department, which may be one of several small ones here', async () => {
    const { handoverId } = await department.handOver({ department: 'gardens' });

    expect(await find(handoverId, gardener, 'gardens')).toMatchObject({ status: 'received' });
    for (const [person, of] of [
      [officer, 'gardens'],
      [officer, 'city-management'],
      [gardener, 'city-management'],
    ] as const) {
      await expect(find(handoverId, person, of)).rejects.toMatchObject({ code: 'not-found' });
      await expect(acknowledge(handoverId, person, { department: of })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    expect(await acknowledge(handoverId, gardener, { department: 'gardens' })).toBeDefined();
  });
});

describe('The term for the signature', () => {
  it('ends in a record, after which the department can still sign', async () => {
    const early = await department.handOver();
    const late = await department.handOver({ acknowledgeBy: { due: '2026-05-21' } });
    const open = await department.handOver({
      acknowledgeBy: { notBefore: '2027-01-01', missingYear: 2027 },
    });
    await acknowledge(early.handoverId);
    await department.moveClockTo(on('2026-05-21', '23:59'));
    expect(await facts(late.applicationId)).toEqual(['handover-received']);

    await department.moveClockTo(on('2026-05-22', '00:00'));
    await eventually(async () => {
      expect(await facts(late.applicationId)).toEqual([
        'handover-received',
        'acknowledgement-overdue',
      ]);
    }, WITHIN);
    const { entries } = await department.trace(late.applicationId);
    expect(entries.at(-1)).toMatchObject({
      actor: { kind: 'law' },
      occurredAt: '2026-05-21T16:00:00.000Z',
    });
    expect((await find(late.handoverId)).overdueSince).toBe('2026-05-21T16:00:00.000Z');
    expect(await facts(early.applicationId)).not.toContain('acknowledgement-overdue');
    expect(await facts(open.applicationId)).toEqual(['handover-received']);
    expect(await acknowledge(late.handoverId)).toBeDefined();
  });
});

describe('Who sees what was handed over', () => {
  it('is the department itself and the auditor of the city, who may not sign', async () => {
    const { handoverId } = await department.handOver();

    expect(await find(handoverId, auditor)).toMatchObject({ handoverId, actions: [] });
    await expect(acknowledge(handoverId, auditor)).rejects.toMatchObject({ kind: 'forbidden' });
    for (const stranger of [marketOfficer, elsewhere(officer), elsewhere(auditor)]) {
      await expect(find(handoverId, stranger)).rejects.toMatchObject({ code: 'not-found' });
      await expect(list({}, stranger)).rejects.toMatchObject({ code: 'not-found' });
    }
    for (const stranger of [marketOfficer, elsewhere(officer)]) {
      await expect(acknowledge(handoverId, stranger)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('The list of a department', () => {
  it('counts and pages through its own handovers, newest first, whatever comes in between', async () => {
    const { total: before } = await list();
    const older: string[] = [];
    for (const hour of ['10', '11', '12']) {
      await department.moveClockTo(on('2026-05-25', `${hour}:00`));
      older.push((await department.handOver()).handoverId);
    }
    const first = await list({ limit: 2 });
    expect(first.total).toBe(before + 3);
    expect(first.handovers.map(({ handoverId }) => handoverId)).toEqual([older[2], older[1]]);

    await department.handOver();
    const second = await list({ limit: 2, cursor: first.nextCursor });
    expect(second.handovers[0]?.handoverId).toBe(older[0]);
    expect(second.total).toBe(before + 4);
  });

  it('refuses a cursor that it did not give', async () => {
    await expect(list({ cursor: 'no-such-place' })).rejects.toMatchObject({
      code: 'cursor-not-known',
    });
  });

  it('can be narrowed down to what still waits for a signature', async () => {
    const { handoverId } = await department.handOver();
    const waiting = await list({ status: 'received', limit: 200 });
    expect(waiting.handovers.map((each) => each.handoverId)).toContain(handoverId);
    expect(waiting.total).toBe(waiting.handovers.length);

    await acknowledge(handoverId);
    const { handovers, total } = await list({ status: 'received', limit: 200 });
    expect(handovers.map((each) => each.handoverId)).not.toContain(handoverId);
    expect(total).toBe(waiting.total - 1);
  });
});

describe('News that cannot be taken in', () => {
  it('is set aside for an administrator, and the next is taken', async () => {
    const unreadable = { ...aHandedOverDecision(), decision: undefined } as never;
    await department.bureau.say(DecisionHandedOverV1, 'a-broken-one', unreadable);
    const { handoverId } = await department.handOver();

    await eventually(async () => {
      expect((await department.parked()).parked).toMatchObject([
        { name: 'approval.decision-handed-over.v1', aggregateId: 'a-broken-one' },
      ]);
    }, WITHIN);
    expect(await find(handoverId)).toMatchObject({ status: 'received' });
  });

  it('is also a decision for a department that is served elsewhere', async () => {
    const { handoverId } = aHandedOverDecision();
    const misdirected = aHandedOverDecision({ handoverId, department: 'market-regulation' });
    await department.bureau.say(DecisionHandedOverV1, handoverId, misdirected);

    await eventually(async () => {
      expect((await department.parked()).parked).toContainEqual(
        expect.objectContaining({
          aggregateId: handoverId,
          reason: expect.stringContaining('department-not-served'),
        }),
      );
    }, WITHIN);
    expect(await facts(misdirected.applicationId)).toEqual([]);
  });
});

describe('The journal of supervision', () => {
  it('verifies after all of this', async () => {
    const pool = new pg.Pool({ connectionString: department.database.superuserUrl });
    const { faults, entries } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
    expect(entries).toBeGreaterThan(20);
  });
});
