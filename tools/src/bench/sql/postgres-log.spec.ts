import { statementsIn } from './postgres-log.js';

const LOG = `2026-11-22 10:00:00.000 UTC [1] LOG:  an old line without the prefix
#onewindow_intake_centre#101# LOG:  execute journal-commit: select unit
\tfrom journal_commit($1,$2,$3)
#onewindow_approval_bureau#202# LOG:  statement: insert into number_series values ('case-1', 1)
#onewindow_intake_centre#101# DETAIL:  Parameters: $1 = '{0}', $2 = NULL, $3 = '[{"a":"it''s, $4 = ''x''","b":
\ttwo lines}]'
##303# LOG:  checkpoint starting: time
#onewindow_intake_centre#101# LOG:  execute <unnamed>: select 1
`;

describe('statements in the log of PostgreSQL', () => {
  it('are read with their database, protocol and parameters', () => {
    expect(statementsIn(LOG)).toEqual([
      {
        database: 'onewindow_intake_centre',
        session: '101',
        protocol: 'extended',
        text: 'select unit\nfrom journal_commit($1,$2,$3)',
        parameters: ['{0}', null, `[{"a":"it's, $4 = 'x'","b":\ntwo lines}]`],
      },
      {
        database: 'onewindow_approval_bureau',
        session: '202',
        protocol: 'simple',
        text: `insert into number_series values ('case-1', 1)`,
        parameters: [],
      },
      {
        database: 'onewindow_intake_centre',
        session: '101',
        protocol: 'extended',
        text: 'select 1',
        parameters: [],
      },
    ]);
  });
});
