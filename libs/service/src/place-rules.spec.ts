import { DEFAULT_APPEAL_TERMS } from './place-appeal.js';
import { DEFAULT_PLACE_RULES, placeRulesFrom } from './place-rules.js';

const blue = { lamp: 'blue', workingDaysLeft: 3, shareLeft: 0.2 } as const;
const red = { lamp: 'red', workingDaysLeft: 0 } as const;

describe('The rules of a place', () => {
  it('are the defaults where it decided nothing', () => {
    expect(placeRulesFrom({})).toEqual(DEFAULT_PLACE_RULES);
  });

  it('may set the lamps of single clocks', () => {
    const warnings = { promised: [blue, red], joint: [red] };

    expect(placeRulesFrom({ warnings }).warnings).toEqual(warnings);
  });

  it.each([
    ['of a clock that is not there', { hearing: [blue] }],
    ['that are no list', { statutory: blue }],
    ['of a colour that is not there', { statutory: [{ ...blue, lamp: 'green' }] }],
    ['from grave to mild', { statutory: [red, blue] }],
    ['at half a day', { statutory: [{ ...blue, workingDaysLeft: 0.5 }] }],
    ['at more than the whole term', { statutory: [{ ...blue, shareLeft: 1.5 }] }],
  ])('are refused with lamps %s', (_, warnings) => {
    expect(() => placeRulesFrom({ warnings })).toThrow('warnings');
  });

  it('may give an agency terms of appeal of its own', () => {
    const own = {
      ...DEFAULT_APPEAL_TERMS,
      litigation: { unit: 'calendar-day', count: 30, source: '商标法 34' },
    };

    expect(placeRulesFrom({ appealTerms: { trademarks: own } }).appealTerms).toEqual({
      default: DEFAULT_APPEAL_TERMS,
      trademarks: own,
    });
  });

  it.each([
    ['without one of the two', { litigation: undefined }],
    ['of no days', { litigation: { ...DEFAULT_APPEAL_TERMS.litigation, count: 0 } }],
    ['without a source', { litigation: { unit: 'month', count: 6 } }],
    ['in a unit that is not there', { litigation: { unit: 'year', count: 1, source: 'x' } }],
    ['with a rule that is not there', { more: 1 }],
    ['that end as nobody knows', { lastDayOff: 'sometimes' }],
  ])('are refused with terms of appeal %s', (_, change) => {
    const appealTerms = { default: { ...DEFAULT_APPEAL_TERMS, ...change } };

    expect(() => placeRulesFrom({ appealTerms })).toThrow('appealTerms');
  });

  it('may say which agencies go by the name of a department', () => {
    const agenciesByName = { 住建: ['housing'], '城管/住建': ['city-management', 'housing'] };

    expect(placeRulesFrom({ agenciesByName }).agenciesByName).toEqual(agenciesByName);
  });

  it.each([
    ['of no agency', { 住建: [] }],
    ['without a name', { ' ': ['housing'] }],
    ['of what is no code', { 住建: ['住建局'] }],
    ['that is no list', ['housing']],
  ])('are refused with a department %s', (_, agenciesByName) => {
    expect(() => placeRulesFrom({ agenciesByName })).toThrow('agenciesByName');
  });

  it('are refused with every mistake at once', () => {
    expect(() => placeRulesFrom({ workingDaysToServe: 11, workingDaysToAccept: 6 })).toThrow(
      /workingDaysToServe[\s\S]*workingDaysToAccept/,
    );
  });
});
