import { defineRefusals } from '@onewindow/kernel';

export const documentRefusals = defineRefusals({
  'press-busy': {
    kind: 'unavailable',
    zh: '正在生成的文件过多，请稍后再试。',
    en: 'Too many documents are being made; try again shortly.',
  },
  'document-not-printable': {
    kind: 'unavailable',
    zh: '文件未能生成，请稍后再试；仍不成功请联系运维人员。',
    en: 'The document could not be made; try again, and ask whoever runs this when it fails again.',
  },
});
