import { fullItem, type FullItem } from '../bench/catalogue/file.js';
import { namedItems } from '../bench/catalogue/names.js';
import { DRAFTED_ITEMS } from './catalogue-entries.js';
import { catalogueFile } from './catalogue-file.js';
import { CITY } from './city.js';
import { THEMES } from './themes.js';

/**
 * The items of the demonstration city as they will be once their drafts are complete, among so many of other trades. What a draft
 * leaves open is filled in as any item has it: a search looks at names, not at particulars.
 */
export function searchedCatalogue(others: number): object {
  const drafted = DRAFTED_ITEMS.map(({ code, name, resultName }): FullItem => {
    const themes = THEMES[code];
    const bureau = { agency: 'bureau', agencyName: `${CITY.name}行政审批服务局` };
    const named = { code, name, resultName, keywords: [], theme: 'other', at: 0, ...bureau };
    return { ...fullItem(named), ...themes };
  });
  return {
    format: 'onewindow-catalogue/1',
    items: [...drafted, ...namedItems(others).map(fullItem)],
    implementations: catalogueFile().implementations,
  };
}
