import { defineRefusals } from '@onewindow/kernel';

/** Every "no" of the market, with what to do about it. */
export const marketRefusals = defineRefusals({
  'service-not-publishable': {
    kind: 'unmet',
    zh: '该中介服务事项不能列入清单，请按所列各项修改。',
    en: 'The service cannot be put on the list; change what is listed.',
  },
  'registration-not-possible': {
    kind: 'unmet',
    zh: '暂不能入驻，请按所列各项更正。',
    en: 'The agency cannot be registered; correct what is listed.',
  },
  'agency-not-registered': {
    kind: 'conflict',
    zh: '本机构尚未入驻，请先办理承诺入驻。',
    en: 'This agency is not registered yet; register it on its commitment first.',
  },
  'publication-not-possible': {
    kind: 'unmet',
    zh: '项目暂不能发布，请按所列各项更正。',
    en: 'The project cannot be published; correct what is listed.',
  },
  'cancellation-not-possible': {
    kind: 'unmet',
    zh: '项目不能取消，请看所列原因。',
    en: 'The project cannot be cancelled; see what is listed.',
  },
  'sign-up-not-possible': {
    kind: 'unmet',
    zh: '不能报名，请看所列各项。',
    en: 'The agency cannot sign up; see what is listed.',
  },
  'withdrawal-not-possible': {
    kind: 'unmet',
    zh: '不能撤回报名，请看所列各项。',
    en: 'The sign-up cannot be withdrawn; see what is listed.',
  },
  'exclusion-not-possible': {
    kind: 'unmet',
    zh: '不能排除该机构，请看所列各项。',
    en: 'The agency cannot be excluded; see what is listed.',
  },
  'value-not-accepted': {
    kind: 'unmet',
    zh: '公开数值未被接受，请核对公告和出处。',
    en: 'The public value is not accepted; compare it with the notice and its source.',
  },
  'contract-not-possible': {
    kind: 'unmet',
    zh: '合同不能提交，请按所列各项更正。',
    en: 'The contract cannot be taken; correct what is listed.',
  },
  'delivery-not-possible': {
    kind: 'unmet',
    zh: '成果不能提交，请按所列各项更正。',
    en: 'The report cannot be delivered; correct what is listed.',
  },
  'rating-not-possible': {
    kind: 'conflict',
    zh: '不能评价：成果交付后由业主和中选机构各评价一次。',
    en: 'It cannot be rated: after delivery owner and awarded agency rate each other, once each.',
  },
  'not-found': {
    kind: 'not-found',
    zh: '没有找到，或您无权办理。请核对编号。',
    en: 'It does not exist, or it is not yours; check the number.',
  },
});
