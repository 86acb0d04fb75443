/** Trades and things that items are about, with the everyday word for them. */
const SUBJECTS: readonly (readonly [name: string, everyday: string])[] = `
食品生产/食品厂 食品添加剂生产/添加剂 食品小作坊/小作坊 食品摊贩/摆摊卖吃的
集体用餐配送/送餐公司 餐具集中消毒服务/洗碗消毒 药品零售/药店 药品批发/药品公司
药品生产/药厂 医疗器械经营/医疗器械 医疗器械生产/器械厂 化妆品生产/化妆品厂
保健食品广告/保健品广告 特种设备检验/设备检验 电梯安装维修/电梯 锅炉使用/锅炉
压力容器制造/压力容器 计量标准器具/计量器具 检验检测机构资质/检测机构
工业产品生产/工业产品 酒类批发/卖酒 烟花爆竹经营/卖烟花 成品油零售/加油站
危险化学品经营/化学品 危险化学品安全使用/化工 旅馆业特种行业/开旅馆 公章刻制业/刻章
典当业特种行业/当铺 保安服务/保安公司 大型群众性活动安全/办活动
互联网上网服务营业场所信息网络安全/网吧 娱乐场所/歌舞厅 营业性演出/演出 艺术品经营/画廊
电影放映/电影院 出版物零售/书店 印刷经营/印刷厂 广播电视节目制作经营/影视公司
卫星电视广播地面接收设施/装卫星锅 旅行社分社/旅行社分社 导游证/导游
文物保护单位修缮/修古建 民办学校/办学校 民办幼儿园/幼儿园 校外培训机构/补习班
教师资格/教师证 校车使用/校车 民办职业培训学校/培训学校 劳动仲裁/劳动仲裁
企业实行不定时工作制/不定时工作 医疗机构设置/办医院 医师执业/医生注册 护士执业/护士证
母婴保健技术服务/产检 放射诊疗/放射科 饮用水供水单位卫生/供水卫生 涉水产品卫生/净水器
消毒产品生产企业卫生/消毒产品 血站执业/血站 养老机构/养老院 慈善组织公开募捐/募捐
社会团体/协会 民办非企业单位/民非 基金会/基金会 殡葬设施建设/殡葬 地名命名/地名
建设工程消防设计/消防设计 建设用地改变用途/改用途 乡村建设规划/农村建房 临时用地/临时用地
国有农用地使用权/农用地 不动产权属/房产证 采矿权/采矿 探矿权/探矿
地质灾害危险性评估/地灾评估 建筑业企业资质/建筑资质 房地产开发企业资质/房地产资质
商品房预售/预售证 燃气经营/燃气公司 城市供水经营/自来水 城市道路挖掘/挖路
临时占用城市道路/占道 城市建筑垃圾处置/渣土 城市生活垃圾经营性清扫/保洁
城市绿地占用/占绿地 砍伐城市树木/砍树 古树名木迁移/移古树 户外招牌设置/招牌
临时建设工程/临时建筑 民用建筑节能/节能 人防工程建设/人防 超限高层建筑抗震/抗震
房屋安全鉴定/房屋鉴定 物业服务/物业 公共租赁住房/公租房 道路旅客运输经营/客运
道路货运代理/货代 危险货物道路运输/危货运输 出租汽车经营/出租车 网络预约出租汽车/网约车
机动车维修经营/修车店 机动车驾驶员培训/驾校 国际道路运输/国际运输 港口经营/港口
船舶营业运输/船运 水路运输/水运 公路超限运输/超限车 涉路施工/公路施工 取水/取水
河道采砂/采砂 水土保持补偿费/水保费 洪水影响评价/洪评 生产建设项目节水/节水
林木采伐/伐木 占用林地/占林地 野生动物人工繁育/养野生动物 木材经营加工/木材
种子生产经营/种子 农药经营/农药店 兽药经营/兽药店 动物诊疗/宠物医院 动物防疫条件/养殖场
生鲜乳收购/收奶 水产养殖/养鱼 渔业捕捞/打鱼 拖拉机驾驶/拖拉机 排污/排污 辐射安全/辐射
危险废物经营/危废 夜间建筑施工/夜间施工 放射性同位素转让/放射源 噪声污染防治/噪声
气象探测环境/气象 升放气球/放气球 雷电防护装置/防雷 外国人来华工作/外国人工作证
境外就业中介/出国劳务 外商投资企业/外资 对外劳务合作经营/劳务出口 单用途商业预付卡/预付卡
拍卖业务/拍卖行 直销企业/直销 报废机动车回收/报废车 再生资源回收经营/废品站
二手车交易市场/二手车 律师事务所/律所 律师执业/律师证 公证机构/公证处
司法鉴定机构/司法鉴定 基层法律服务所/法律服务 会计师事务所/会计所 代理记账/代账公司
资产评估机构/评估 小额贷款公司/小贷 融资担保公司/担保 宗教活动场所/寺庙
清真食品生产经营/清真 民族成分/改民族 侨属企业/侨企 档案中介服务/档案 测绘作业/测绘
地图审核/地图 人才中介机构外资/外资人才中介 企业年金方案/年金 工伤认定/工伤
失业保险金/失业金 养老保险/社保 城乡居民最低生活保障/低保 残疾人证/残疾证
生育登记/准生证 居住证/居住证 户口迁移/迁户口 机动车登记/上牌 机动车驾驶证/驾照
普通护照/护照
`
  .trim()
  .split(/\s+/)
  .map((pair) => {
    const [name = '', everyday = ''] = pair.split('/');
    return [name, everyday];
  });

const ACTS = [
  '许可',
  '审批',
  '核准',
  '备案',
  '登记',
  '资格认定',
  '年度报告',
  '监督检查',
  '信息公示',
  '费用减免',
] as const;
const STAGES = ['（新办）', '（变更）', '（延续）', '（注销）', '（补证）'] as const;

const AGENCIES = [
  ['bureau', '海棠市行政审批服务局'],
  ['market-regulation', '海棠市市场监督管理局'],
  ['health', '海棠市卫生健康委员会'],
  ['housing', '海棠市住房和城乡建设局'],
  ['transport', '海棠市交通运输局'],
  ['culture', '海棠市文化广电和旅游局'],
  ['water', '海棠市水务局'],
  ['city-management', '海棠市城市管理局'],
] as const;

const THEMES_OF: readonly string[] =
  'food medicine safety business culture education work health welfare land building city transport water nature farming environment foreign law finance people'.split(
    ' ',
  );

export interface NamedItem {
  readonly code: string;
  readonly name: string;
  readonly resultName: string;
  readonly keywords: readonly string[];
  readonly agency: string;
  readonly agencyName: string;
  readonly theme: string;
  /** Place in the catalogue, from 0. */
  readonly at: number;
}

/** As many items as are asked for, at most 9,000: every trade with every act, so that many names differ in two characters. */
export function namedItems(count: number): readonly NamedItem[] {
  const items: NamedItem[] = [];
  for (const [stageAt, stage] of STAGES.entries())
    for (const [actAt, act] of ACTS.entries())
      for (const [subjectAt, [subject, everyday]] of SUBJECTS.entries()) {
        if (items.length === count) return items;
        // A third of the agencies decides on most items, as in a real city.
        const [agency, agencyName] =
          AGENCIES[Math.floor(((subjectAt % 11) ** 2 / 121) * AGENCIES.length)] ?? AGENCIES[0];
        items.push({
          code: `item-${stageAt}-${actAt}-${subjectAt}`,
          name: `${subject}${act}${stage}`,
          resultName: `${subject}${act}证`,
          keywords: stageAt === 0 && actAt === 0 ? [everyday] : [`${everyday}${act.slice(-2)}`],
          agency,
          agencyName,
          theme: THEMES_OF[Math.floor(subjectAt / 9)] ?? 'other',
          at: items.length,
        });
      }
  return items;
}
