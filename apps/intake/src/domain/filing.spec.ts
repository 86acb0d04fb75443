import type { Refusal } from '@onewindow/kernel';
import { fileApplication, type Filing } from './filing.js';
import type { Catalogue } from './service-item.js';
import {
  aCatalogue,
  aFiling,
  anItem,
  handedIn,
  RECEIVED,
  TERMS,
  rulesOf,
} from '../../test/situations.js';

const file = (change: Partial<Filing> = {}, catalogue: Catalogue = aCatalogue()) =>
  fileApplication(aFiling(change), catalogue, RECEIVED, TERMS);

describe('Filing an application', () => {
  it('takes it in although a required material is missing: completeness is judged by the window', () => {
    const { state, events } = file();

    expect(state.status).toBe('submitted');
    expect(events).toEqual([{ type: 'application-submitted', number: 'SQ20260427-000001' }]);
  });

  it('gives the window five working days, over the holiday and the make-up Saturday', () => {
    expect(file().state.answerBy).toEqual({ due: '2026-05-07' });
  });

  it('leaves the date open when it needs a year that is not published', () => {
    const { state } = fileApplication(
      aFiling(),
      aCatalogue(),
      '2026-12-28T01:00:00.000Z' as typeof RECEIVED,
      TERMS,
    );

    expect(state.answerBy).toEqual({ notBefore: '2027-01-01', missingYear: 2027 });
  });

  it('keeps the edition of the item that was published when it came in', () => {
    const { state } = file({}, aCatalogue(anItem({ resultName: '旧版许可证' })));

    expect(state.items[0]?.resultName).toBe('旧版许可证');
  });

  it('lists everything that is wrong at once', () => {
    const rules = rulesOf(() =>
      file({
        truthDeclared: false,
        items: ['drainage-permit', 'drainage-permit', 'no-such-item'],
        bundle: 'no-such-bundle',
        applicant: { name: '别家', creditCode: '91371500MA9YXW1T5Y' },
        handedIn: [handedIn('form', 'somebody.else'), handedIn('family-tree')],
      }),
    );

    expect(rules).toEqual(
      expect.arrayContaining([
        'truth-declared',
        'applicant-is-own-organisation',
        'item-applied-for-once',
        'item-published',
        'bundle-published',
        'file-uploaded-by-applicant',
        'material-in-guide',
      ]),
    );
    expect(rules.length).toBeGreaterThan(7);
  });

  it('refuses an item that does not belong to the bundle', () => {
    const bundle = {
      id: 'restaurant',
      edition: 1,
      name: '开办餐饮店',
      items: ['food'],
      jointInspection: [],
    };

    expect(rulesOf(() => file({ bundle: 'restaurant' }, { ...aCatalogue(), bundle }))).toEqual([
      'item-belongs-to-bundle',
    ]);
  });

  it('passes on what is wrong with the receipt of an upload, with its place', () => {
    const wrong = { rule: 'file-receipt-signed', message: { zh: '无效', en: 'invalid' } };

    try {
      file({ handedIn: [{ material: 'form', path: 'materials.3', unreadable: [wrong] }] });
      throw new Error('not refused');
    } catch (error) {
      expect((error as Refusal).unmet).toEqual([{ ...wrong, path: 'materials.3.fileReceipt' }]);
    }
  });

  it('inspects together only what is applied for', () => {
    const bundle = {
      id: 'b',
      edition: 1,
      name: 'b',
      items: ['drainage-permit', 'x'],
      jointInspection: ['x', 'drainage-permit'],
    };

    expect(file({ bundle: 'b' }, { ...aCatalogue(), bundle }).state.jointInspection).toEqual([
      'drainage-permit',
    ]);
  });
});
