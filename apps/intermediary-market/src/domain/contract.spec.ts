import {
  anAwarded,
  anUpload,
  aContracted,
  aProposed,
  at,
  calendar,
  rulesOf,
  UPLOADER,
} from '../../test/fixtures.js';
import { proposeContract, returnContract, signContract, unmetForUpload } from './contract.js';

const NOW = at('05-13T10:00');

const propose = (amountFen: number, upload = anUpload()) =>
  proposeContract(anAwarded(), { amountFen, upload, account: UPLOADER }, NOW);

describe('A contract', () => {
  it('may use the whole budget of the notice and not a fen more', () => {
    expect(propose(300_000).state).toMatchObject({
      status: 'contract-proposed',
      contract: { amountFen: 300_000, number: '379900-20260430-000001-C' },
    });
    expect(rulesOf(() => propose(300_001))).toEqual(['amount-within-budget']);
  });

  it('tells all that is wrong with it at once', () => {
    expect(rulesOf(() => propose(300_001, anUpload('somebody-else')))).toEqual([
      'amount-within-budget',
      'own-upload',
    ]);
  });

  it('goes back with a reason, and the reason leaves with the next proposal', () => {
    const returned = returnContract(aProposed(), '缺少附件').state;
    expect(returned).toMatchObject({ status: 'awarded', contractReturned: '缺少附件' });
    expect(returned).not.toHaveProperty('contract');

    const again = proposeContract(
      returned,
      { amountFen: 1, upload: anUpload(), account: UPLOADER },
      NOW,
    ).state;
    expect(again).not.toHaveProperty('contractReturned');
  });

  it('is signed as the very file that the agency signed', () => {
    expect(rulesOf(() => signContract(aProposed(), 'b'.repeat(64), NOW, calendar))).toEqual([
      'signed-as-proposed',
    ]);
  });

  it('begins the term for the report with the signature of the owner', () => {
    expect(aContracted().contract).toMatchObject({
      signedAt: at('05-12T10:00'),
      deliverBy: { due: '2026-05-19' },
    });
  });
});

describe('A receipt that cannot be read', () => {
  it('says why, at the field of the request', () => {
    const rule = { rule: 'receipt-genuine', message: { zh: '请重新上传', en: 'Upload again.' } };

    expect(unmetForUpload({ unreadable: [rule] }, UPLOADER)).toEqual([
      { ...rule, path: 'fileReceipt' },
    ]);
  });
});
