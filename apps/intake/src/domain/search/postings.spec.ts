import { likeliest, postingOf } from './postings.js';

const asked = (gram: string, worth: number, wording = 0) => ({ gram, worth, wording });

describe('The items that are most like what was typed', () => {
  it('have more of its grams, or the worthier ones', () => {
    const lists = new Map([
      ['b:common', [postingOf(1, 'name'), postingOf(2, 'name'), postingOf(3, 'name')]],
      ['b:rare', [postingOf(3, 'name')]],
      ['b:rarer', [postingOf(2, 'name')]],
    ]);

    expect(
      likeliest([asked('b:common', 1), asked('b:rare', 2), asked('b:rarer', 3)], lists),
    ).toEqual([2, 3, 1]);
  });

  it('have it in the weightier field', () => {
    const lists = new Map([['b:word', [postingOf(4, 'agency'), postingOf(900, 'name')]]]);

    expect(likeliest([asked('b:word', 1)], lists)).toEqual([900, 4]);
  });

  it('are like one of the wordings: having a little of each counts less', () => {
    const lists = new Map([
      ['b:one', [postingOf(1, 'name')]],
      ['b:other', [postingOf(1, 'name'), postingOf(2, 'name')]],
      ['b:more', [postingOf(2, 'name')]],
    ]);
    const both = [asked('b:one', 1, 0), asked('b:other', 1, 1), asked('b:more', 1, 1)];

    expect(likeliest(both, lists)).toEqual([2, 1]);
  });

  it('come in the order of their numbers where nothing tells them apart', () => {
    const lists = new Map([['b:word', [7, 3, 5].map((each) => postingOf(each, 'keyword'))]]);

    expect(likeliest([asked('b:word', 0.000_001)], lists)).toEqual([3, 5, 7]);
  });

  it('are none where no list was found', () => {
    expect(likeliest([asked('b:word', 1)], new Map())).toEqual([]);
  });
});
