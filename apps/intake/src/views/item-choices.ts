import type { EntityManager } from '@mikro-orm/postgresql';
import type { AgencyChoice, DistrictChoice, ItemChoices } from '@onewindow/contracts';

const MOST_AGENCIES = 500;
const MOST_DISTRICTS = 500;

/** What the items in force can be narrowed by. An agency that was renamed goes by one of the names that its items tell. */
export async function itemChoices(em: Pick<EntityManager, 'fork'>): Promise<ItemChoices> {
  const [agencies, districts, levels] = await Promise.all([
    em.fork().execute<AgencyChoice[]>(
      `select deciding_agency as code, max(deciding_agency_name) as name from catalogue_item
       where retired_on is null group by 1 order by 1 limit ?`,
      [MOST_AGENCIES],
    ),
    em.fork().execute<DistrictChoice[]>(
      `select m.district as code ${HANDLED} group by 1
       order by length(m.district), 1 limit ?`,
      [MOST_DISTRICTS],
    ),
    em.fork().execute<{ level: string }[]>(`select m.level ${HANDLED} group by 1 order by 1`),
  ]);
  return { agencies, districts, levels: levels.map(({ level }) => level) };
}

/** Where a district handles an item no more, its row stays without item. */
const HANDLED = `from implementation m join catalogue_item c on c.id = m.item
  where c.retired_on is null`;
