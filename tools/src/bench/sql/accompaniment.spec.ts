import { casesBegunIn, loadIn } from './accompaniment.js';
import type { LoggedStatement } from './postgres-log.js';

const said = (text: string, ...parameters: (string | null)[]): LoggedStatement => ({
  database: 'd',
  session: '1',
  protocol: 'extended',
  text,
  parameters,
});
const commit = (units: number): LoggedStatement => {
  const list = Array.from({ length: units }, (_, unit) => ({ unit, id: `a-${unit}` }));
  return said(
    'select unit from journal_commit($1)',
    ...['{}', '{}', '{}', '{}', null, JSON.stringify({ application: list })],
    ...Array.from({ length: 8 }, () => null),
  );
};

describe('what a database is asked under load', () => {
  it('is summed up for each case', () => {
    const statements = [
      commit(3),
      commit(1),
      said('select * from journal_assign_positions($1)', '250'),
      said("insert into number_series values ('case-1', 1)"),
      said("insert into number_series values ('case-2', 1)"),
      said('begin read only'),
      said('select 7'),
      { ...said('select 8'), session: '2' },
      said('select 9'),
      said('commit'),
      said('set time zone utc'),
      said('insert into inbox_cursor as c values ($1, $2)', 'intake-centre', '17'),
    ];
    expect(casesBegunIn(statements)).toBe(4);
    expect(loadIn(statements, 4)).toEqual({
      unitsInOne: 2,
      commitsPerCase: 0.5,
      relayPerCase: 0.25,
      relayStatement: `select * from journal_assign_positions('250');`,
      others: [
        {
          shape: 'insert into number_series values (?…)',
          perCase: 0.5,
          statement: `insert into number_series values ('case-1', 1);`,
        },
        {
          shape: 'select ?',
          perCase: 0.25,
          statement: 'select 8;',
        },
        {
          shape: 'begin read only; select ?; select ?; commit',
          perCase: 0.25,
          statement: 'begin read only;\nselect 7;\nselect 9;\ncommit;',
        },
        {
          shape: 'insert into inbox_cursor as c values ($1, $2)',
          perCase: 0.25,
          statement: `insert into inbox_cursor as c values ('intake-centre', :s1::bigint);`,
        },
      ],
    });
  });
});
