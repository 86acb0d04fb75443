import { fitsForm, isPublicValueForm, PUBLIC_VALUE_FORMS, type PublicValueForm } from './index.js';

const refused: readonly [form: PublicValueForm, value: string, why: string][] = [
  ['double-colour-ball', '07 03 12 19 26 31 + 09', 'not ascending'],
  ['double-colour-ball', '03 03 12 19 26 31 + 09', 'a number twice'],
  ['double-colour-ball', '00 07 12 19 26 31 + 09', 'no such ball'],
  ['double-colour-ball', '03 07 12 19 26 34 + 09', 'no such red ball'],
  ['double-colour-ball', '03 07 12 19 26 31 + 17', 'no such blue ball'],
  ['double-colour-ball', '03 07 12 19 26 31 + 00', 'no such blue ball'],
  ['double-colour-ball', '3 7 12 19 26 31 + 9', 'not two digits each'],
  ['double-colour-ball', '03 07 12 19 26 31 09', 'no plus'],
  ['double-colour-ball', '03 07 12 19 26 31 + 09 ', 'a blank after it'],
  ['index-points', '3245.6', 'one decimal'],
  ['index-points', '3,245.67', 'a separator'],
  ['index-points', '03245.67', 'a nought before it'],
  ['index-points', '3245.670', 'three decimals'],
  ['digits', '4 8 2 1 3', 'blanks'],
  ['digits', '48', 'too few to be worth a draw'],
  ['digits', '４８２１３', 'full-width digits'],
  ['hex', '8F4E0C6A9B2D7135', 'capitals'],
  ['hex', '8f4e0c6a9b2d713', 'half a byte'],
  ['hex', '8f4e', 'too short'],
];

describe('A public value', () => {
  it.each(Object.entries(PUBLIC_VALUE_FORMS))('has an example of %s', (form, { example }) => {
    expect(isPublicValueForm(form) && fitsForm(example, form)).toBe(true);
  });

  it.each(refused)('as %s is not %j: %s', (form, value) => {
    expect(fitsForm(value, form)).toBe(false);
  });

  it('has no form that is not in the table', () => {
    expect(isPublicValueForm('toString')).toBe(false);
    expect(isPublicValueForm(7)).toBe(false);
  });
});
