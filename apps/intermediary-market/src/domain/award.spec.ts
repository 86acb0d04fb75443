import { anAwarded, aProposed, at, terms } from '../../test/fixtures.js';
import { giveUp, noteContractOverdue } from './award.js';
import { awardOf } from './project.js';

const NOW = at('05-13T10:00');

describe('An award', () => {
  it('asks for the contract within ten working days, the day of the award not counted', () => {
    expect(awardOf(anAwarded())?.contractBy).toEqual({ due: '2026-05-25' });
  });
});

describe('Giving the award up', () => {
  it('lets the next of the draw move up, with a term of its own', () => {
    const project = anAwarded();
    const { state, events } = giveUp(project, '设备故障', NOW, terms);

    expect(state).toMatchObject({
      status: 'awarded',
      awards: [
        { place: 2, awardedAt: NOW, contractBy: { due: '2026-05-27' } },
        { place: 1, givenUpAt: NOW, givenUpReason: '设备故障' },
      ],
    });
    expect(awardOf(state)?.agency.creditCode).toBe(project.draw?.ranking[1]?.creditCode);
    expect(events.map(({ type }) => type)).toEqual(['award-given-up', 'project-awarded']);
  });

  it('takes the contract away that the agency had handed in', () => {
    expect(giveUp(aProposed(), undefined, NOW, terms).state).not.toHaveProperty('contract');
  });

  it('behind the last of the draw lets the project fail, and nobody has the award', () => {
    const last = giveUp(anAwarded(2), 'x', NOW, terms).state;
    const { state } = giveUp(last, 'x', NOW, terms);

    expect(state.status).toBe('failed');
    expect(awardOf(state)).toBeUndefined();
    expect(state.awards.map(({ place }) => place)).toEqual([2, 1]);
  });
});

describe('A missed contract', () => {
  it('is recorded once, and the award stands', () => {
    const { state, events } = noteContractOverdue(anAwarded(), NOW);

    expect(events).toEqual([{ type: 'contract-overdue', since: NOW }]);
    expect(awardOf(state)?.contractOverdueSince).toBe(NOW);
    expect(noteContractOverdue(state, NOW).events).toEqual([]);
  });
});
