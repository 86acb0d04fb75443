import type { PublishServiceRequest } from '@onewindow/contracts';

/** An agency of the demonstration market, by name and credit code. */
export interface MarketAgency {
  readonly name: string;
  readonly creditCode: string;
}

/** Three agencies that do not exist and make the same report. */
export const MARKET_AGENCIES = [
  { name: '海棠市清源水质检测有限公司', creditCode: '91371500MA3QY00A3A' },
  { name: '海棠市蓝泉环境检测有限公司', creditCode: '91371500MA3QY00B15' },
  { name: '海棠市净水检验技术有限公司', creditCode: '91371500MA3QY00CXW' },
] as const satisfies readonly MarketAgency[];

const QUALIFICATION = 'inspection-body-accreditation';

/** The one mandated report on the demonstration city's list. */
export const WATER_QUALITY_TESTING: PublishServiceRequest = {
  code: 'water-quality-testing',
  name: '排水水质、水量检测',
  legalBasis: ['城镇排水与污水处理条例 21', '城镇污水排入排水管网许可管理办法 6'],
  items: [
    {
      item: 'drainage-permit',
      itemName: '城镇污水排入排水管网许可',
      approvingAgency: 'bureau',
    },
  ],
  qualifications: [{ code: QUALIFICATION, name: '检验检测机构资质认定（CMA）' }],
};

/** What an agency of the demonstration declares. */
export const registrationOf = ({ name }: MarketAgency, serial: number) => ({
  name,
  committed: true,
  affiliatedWith: [],
  qualifications: [
    {
      code: QUALIFICATION,
      number: `23151234000${serial}`,
      scope: '水和废水检测',
      validFrom: '2023-06-01',
      validUntil: '2029-05-31',
    },
  ],
  contact: { name: '业务部', phone: '0000-88880001' },
});
