import { drawFile, drawNotice, freezeList, type DrawFile } from '@onewindow/draw';
import { instantOf } from '@onewindow/kernel';

const SEED = '1f'.repeat(32);
const VALUE = { publication: '上海证券交易所指数收盘行情', issue: '2026-05-11' };

/** A draw among three agencies, as the market publishes it. */
export function aDrawFile(): DrawFile {
  const notice = drawNotice(
    {
      project: '379900-20260430-000001',
      title: '临江小馆排水水质检测',
      publishedAt: instantOf('2026-04-30T10:00:00+08:00'),
      closesAt: instantOf('2026-05-08T18:00:00+08:00'),
      publicValue: {
        ...VALUE,
        quantity: '上证综合指数收盘点位',
        form: 'index-points',
        appearsAt: instantOf('2026-05-11T15:00:00+08:00'),
        where: 'https://www.sse.com.cn',
      },
    },
    SEED,
  );
  const list = freezeList({
    notice,
    frozenAt: instantOf('2026-05-08T18:00:00+08:00'),
    entries: [
      { creditCode: '91371500MA3QY00A3A', name: '海棠市清源水质检测有限公司' },
      { creditCode: '91371500MA3QY00B15', name: '海棠市蓝泉环境检测有限公司' },
      { creditCode: '91371500MA3QY00CXW', name: '海棠市净水检验技术有限公司' },
    ],
  });
  return drawFile({
    notice,
    list,
    seed: SEED,
    publicValue: { ...VALUE, value: '3245.67', readAt: instantOf('2026-05-11T15:30:00+08:00') },
    drawnAt: instantOf('2026-05-11T16:00:00+08:00'),
  });
}

/** The same file as the page's file field takes it. */
export const asUpload = (document: object) => ({
  name: 'draw.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(document)),
});
