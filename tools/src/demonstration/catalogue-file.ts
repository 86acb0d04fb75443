import { DRAFTED_ITEMS, PLANNED_BUNDLES } from './catalogue-entries.js';
import { CITY } from './city.js';
import { withConditions } from './forms.js';
import { DEMONSTRATION_ITEMS } from './items.js';
import { DEMONSTRATION_TREES } from './trees.js';
import { THEMES } from './themes.js';

/** Districts of the demonstration city, which do not exist either. */
const DISTRICTS = ['379902', '379903', '379921'] as const;

/** The catalogue file that the demonstration city loads beside what its story needs. */
export const catalogueFile = () => ({
  format: 'onewindow-catalogue/1',
  items: DRAFTED_ITEMS.map((item) => ({ ...item, ...THEMES[item.code] })),
  implementations: DEMONSTRATION_ITEMS.flatMap(({ code, decidingAgency, decidingAgencyName }) =>
    DISTRICTS.map((district) => ({
      item: code,
      district,
      level: '4',
      agency: decidingAgency,
      agencyName: `${decidingAgencyName}（${district}）`,
      area: 'city',
      places: [
        {
          name: '政务服务中心综合窗口',
          address: `${CITY.name}市民路1号`,
          hours: '工作日 9:00—17:00',
        },
      ],
    })),
  ),
  bundles: PLANNED_BUNDLES.map(withConditions),
  guidance: DEMONSTRATION_TREES,
});
