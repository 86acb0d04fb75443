import { CHANCE, NUMBER, SERIAL, templateOf } from './unit-template.js';

const id = '019ab0c1-1111-7222-8333-0123456789ab';
const fresh = `019ab0c1-1111-7222-8333-${SERIAL}`;
const nothing = { rows: [], updates: {}, inserts: {}, lists: {} };

describe('a unit of work as a template', () => {
  it('marks every id and number that has to be new, wherever it stands', () => {
    const template = templateOf(
      {
        rows: [{ kind: 'application', id, expected: 0 }],
        updates: {},
        inserts: { application: [{ id, state: { number: 'SQ1-000001', note: `of ${id}` } }] },
        lists: { 6: [{ correlation: id, payload: { caseNumber: '9-SQ1-000001' } }] },
      },
      ['SQ1-000001'],
    );
    expect(template).toEqual({
      rows: [{ kind: 'application', id: fresh, expected: 0 }],
      updates: {},
      inserts: {
        application: [`{"id":"${fresh}","state":{"number":"SQ1-${NUMBER}","note":"of ${fresh}"}}`],
      },
      lists: {
        6: [`{"correlation":"${fresh}","payload":{"caseNumber":"9-SQ1-${NUMBER}"}}`],
      },
    });
  });

  it('draws the keys of callers at random and makes positions from the case', () => {
    const lists = {
      7: [{ caller: 'gateway', key: 'ab12'.repeat(16), answer: { id } }],
      8: [{ producer: 'intake-centre', position: 1234, event_id: id }],
    };
    expect(templateOf({ ...nothing, lists }, []).lists).toEqual({
      7: [`{"caller":"gateway","key":"${'ab12'.repeat(13)}${CHANCE}","answer":{"id":"${fresh}"}}`],
      8: [`{"producer":"intake-centre","position":${SERIAL}34,"event_id":"${fresh}"}`],
    });
  });

  it('refuses a row that every case would write', () => {
    const updates = { counter: [{ id: 'case-2026', version: 5 }] };
    expect(() => templateOf({ ...nothing, updates }, [])).toThrow(
      'every case writes counter case-2026',
    );
  });
});
