/** Who applies, and for where: as skewed as a city is. */
export interface Party {
  readonly account: string;
  readonly applicant: string;
  readonly creditCode: string;
  readonly premises: string;
  readonly address: string;
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  '欧阳',
  '司马',
  '上官',
  '诸葛',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红建国文辉力健永林山仁波宁福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘',
];
const TRADES = [
  '餐饮管理',
  '商贸',
  '食品',
  '建筑工程',
  '物业服务',
  '文化传媒',
  '医疗器械',
  '科技',
  '广告',
  '运输',
  '环保',
  '酒店管理',
];
const DISTRICTS = ['东城区', '西城区', '临江县', '高新区'];
const STREETS = [
  ...'人民建设解放中山和平新华胜利光明文化迎宾滨河临江海棠工业学府朝阳长江黄河泰山金水青年友谊团结幸福康庄振兴'.matchAll(
    /../g,
  ),
].map(([name]) => name);

/** Applicants are as unequal as words are: the first files a few thousand times, most of them once or twice (Zipf, Mandelbrot). */
const FLATTENED = 50;

/** Numbers between 0 and 1, the same in every run. */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Draws the party of one case after another. */
export function* parties(cases: number): Generator<Party, never> {
  const next = draws(20_261_122);
  const applicants = Math.max(10, Math.floor(cases / 3));
  const spread = Math.log((applicants + FLATTENED) / FLATTENED);
  for (;;) {
    const rank = Math.floor(FLATTENED * Math.exp(next() * spread) - FLATTENED);
    yield party(rank, next);
  }
}

function party(rank: number, next: () => number): Party {
  const own = draws(rank);
  const isPerson = own() < 0.4;
  const short = `${pick(GIVEN, own())}${pick(GIVEN, own())}`;
  const trade = pick(TRADES, own());
  const name = isPerson
    ? `${pick(SURNAMES, own() ** 2)}${pick(GIVEN, own())}${own() < 0.6 ? pick(GIVEN, own()) : ''}`
    : `海棠市${short}${trade}有限公司`;
  const number = String(rank).padStart(9, '0');
  const street = pick(STREETS, next() ** 2);
  return {
    account: `applicant-${number}`,
    applicant: name,
    creditCode: `${isPerson ? '92' : '91'}379900MA${number.slice(-8)}`,
    premises: `${isPerson ? name : short}${pick(['店', '一店', '分店', '经营部', '项目部'], next())}`,
    address: `海棠市${pick(DISTRICTS, next())}${street}${pick(['路', '街', '大道'], next() ** 2)}${String(1 + Math.floor(next() * 480))}号`,
  };
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[Math.floor(at * items.length)];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}
