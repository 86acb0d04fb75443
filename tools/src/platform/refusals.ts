import { defineRefusals } from '@onewindow/kernel';

export const platformRefusals = defineRefusals({
  'platform-runs-already': {
    kind: 'conflict',
    zh: '该数据目录的平台已在运行；请使用它、先停止它，或用 OW_DATA_DIR 指定另一个目录。',
    en: 'The platform of this data folder runs already: use it, stop it first, or name another folder with OW_DATA_DIR.',
  },
  'service-did-not-start': {
    kind: 'unavailable',
    zh: '有服务未能启动；其日志末尾如下。',
    en: 'A service did not start; the end of its log follows.',
  },
});
