import { defineRefusals } from '@onewindow/kernel';

export const platformRefusals = defineRefusals({
  'platform-runs-already': {
    kind: 'conflict',
    zh: '该数据目录的平台已在运行；请使用它、先停止它，或用 OW_DATA_DIR 指定另一个目录。',
    en: 'The platform of this data folder runs already: use it, stop it first, or name another folder with OW_DATA_DIR.',
  },
  'database-not-usable': {
    kind: 'unavailable',
    zh: '无法使用 DATABASE_URL 所指的 PostgreSQL；其角色须能创建角色和数据库。',
    en: 'The PostgreSQL of DATABASE_URL is not usable; its role has to be able to create roles and databases.',
  },
  'broker-not-usable': {
    kind: 'unavailable',
    zh: '无法使用 NATS_URL 所指的 nats-server；须启用 JetStream 并载入下列文件中的账户。',
    en: 'The nats-server of NATS_URL is not usable; it needs JetStream and the accounts in the file named below.',
  },
  'service-did-not-start': {
    kind: 'unavailable',
    zh: '有服务未能启动；其日志末尾如下。',
    en: 'A service did not start; the end of its log follows.',
  },
  'accounts-being-changed': {
    kind: 'busy',
    zh: '账号文件正被另一操作修改；请稍后重试。',
    en: 'The accounts are being changed by somebody else; try again in a moment.',
  },
});
