import { defineRefusals } from '@onewindow/kernel';

export const verifyRefusals = defineRefusals({
  'no-database-here': {
    kind: 'not-found',
    zh: '没有可核验的平台数据；请用 OW_DATA_DIR 指定数据目录，平台使用外部 PostgreSQL 时还须给出同一 DATABASE_URL。',
    en: 'There is no platform data to verify: name its folder with OW_DATA_DIR, and the same DATABASE_URL if the platform uses a PostgreSQL of its own.',
  },
  'list-not-usable': {
    kind: 'unmet',
    zh: '数据库清单不可用；应为 JSON，每个参与实例给出 url，口令可另放文件，由 passwordFile 指明。',
    en: 'The list of databases is not usable: it has to be JSON that gives a url for each participant, and may name a passwordFile for its password.',
  },
});
