import { defineRefusals } from '@onewindow/kernel';

/** Every "no" of supervision, with what to do about it. */
export const supervisionRefusals = defineRefusals({
  'not-found': {
    kind: 'not-found',
    zh: '没有找到，或不属于您的部门。请核对编号。',
    en: 'It does not exist, or it is not your department’s; check the number.',
  },
});
