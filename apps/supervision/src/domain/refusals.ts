import { defineRefusals } from '@onewindow/kernel';

/** Every "no" of supervision, with what to do about it. */
export const supervisionRefusals = defineRefusals({
  'not-found': {
    kind: 'not-found',
    zh: '没有找到，或不属于您的部门。请核对编号。',
    en: 'It does not exist, or it is not your department’s; check the number.',
  },
  'department-not-served': {
    kind: 'unmet',
    zh: '该决定推送的部门不由本实例服务，请核对部署中各部门的归属。',
    en: 'This instance does not serve the department of the decision; check which instance of the deployment does.',
  },
});
