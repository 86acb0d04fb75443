import { readCreditCode, unmetAt } from '@onewindow/identifiers';
import type { Person, UnmetRule } from '@onewindow/kernel';
import type { AgencyDeclaration } from './agency.js';
import { isPrintable, unmetText } from './printable.js';
import { unmet } from './unmet.js';

/** 零门槛 asks for no approval, but for a true declaration by the agency's own people, and the promise to keep to it. */
export function unmetForRegistration(
  declared: AgencyDeclaration & { readonly committed: boolean },
  by: Person,
): readonly UnmetRule[] {
  const { creditCode, name, committed, qualifications, relatedTo = [] } = declared;
  const reading = readCreditCode(creditCode);
  return [
    ...unmetAt(reading, 'creditCode'),
    ...(by.organisation === creditCode
      ? []
      : [
          unmet(
            'own-agency',
            '只能为本机构办理入驻，请用本机构账号登录。',
            'An agency is registered by its own people; sign in with an account of this agency.',
            { path: 'creditCode' },
          ),
        ]),
    ...(isPrintable(name) ? [] : [unmetText('name')]),
    ...(committed
      ? []
      : [
          unmet(
            'commitment-given',
            '请阅读并作出入驻承诺。',
            'Read and give the commitment of the market.',
            { path: 'committed' },
          ),
        ]),
    ...relatedTo.flatMap((related, index) =>
      related.creditCode === creditCode
        ? [
            unmet(
              'related-to-another',
              '利害关系单位不能是本机构。',
              'An agency is related to others; it does not name itself.',
              { path: `relatedTo.${index}.creditCode` },
            ),
          ]
        : unmetAt(readCreditCode(related.creditCode), `relatedTo.${index}.creditCode`),
    ),
    ...qualifications.flatMap(({ number, validFrom, validUntil }, index) =>
      validUntil !== undefined && validUntil < validFrom
        ? [
            unmet(
              'qualification-ends-after-it-begins',
              `资质“${number}”的有效期截止日早于起始日，请核对。`,
              `The qualification ${number} ends before it begins; check its dates.`,
              { path: `qualifications.${index}.validUntil` },
            ),
          ]
        : [],
    ),
  ];
}
