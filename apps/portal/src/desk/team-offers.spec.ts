import type { PersonView } from '../api/replies.js';
import { offersAbout, type Officer } from './team-offers.js';

const officer = (account: string, inPost = true): Officer => ({
  account,
  name: `name of ${account}`,
  agency: 'bureau',
  inPost,
  onLeave: false,
  openTasks: 3,
});

const person = (id: string, ...roles: string[]): PersonView => ({
  kind: 'person',
  id,
  name: id,
  roles,
  region: '379900',
  department: 'bureau',
});

const TEAM = [officer('qian.wei'), officer('sun.li'), officer('gone', false)];
const about = (account: string, by: PersonView) =>
  offersAbout(officer(account), by, TEAM, 'by load');

describe('What may be done about an officer', () => {
  it('is by the head to record leave, to hand work over, and to authorise', () => {
    const offers = about('qian.wei', person('wei.dong', 'agency-head'));

    expect(offers.map(({ button }) => button)).toEqual([
      'record-leave',
      'hand-over-work',
      'authorise-officer',
      'declare-relation',
    ]);
    expect(offers[2]?.preset).toEqual({ kind: 'chief-representative' });
  });

  it('hands work over to colleagues in post, or to each as it fits', () => {
    const [, handOver] = about('qian.wei', person('wei.dong', 'agency-head'));

    expect(handOver?.act.body?.properties?.['to']).toEqual({
      enum: ['', 'sun.li'],
      titles: { '': 'by load', 'sun.li': 'name of sun.li' },
    });
  });

  it('is by a colleague to delegate, and by nobody to authorise himself', () => {
    const decider = person('sun.li', 'decision-officer');

    expect(about('qian.wei', decider).map(({ preset }) => preset)).toEqual([
      { kind: 'delegation' },
    ]);
    expect(about('sun.li', decider).map(({ button }) => button)).toEqual(['declare-relation']);
  });

  it('is nothing for those who only watch', () => {
    expect(about('qian.wei', person('shen.jing', 'auditor'))).toEqual([]);
  });
});
