export { fullItem } from './bench/catalogue/file.js';
export { namedItems } from './bench/catalogue/names.js';
export { DEMONSTRATION_ACCOUNTS } from './demonstration/accounts.js';
export { CITY_TOPOLOGY } from './demonstration/city.js';
export { loadCity } from './demonstration/load-city.js';
export { loadOfficers } from './demonstration/load-officers.js';
export { loadProcesses } from './demonstration/load-processes.js';
export { loadSynonyms } from './demonstration/load-synonyms.js';
export { DEMONSTRATION_ITEMS } from './demonstration/items.js';
export { DEMONSTRATION_PROCESSES } from './demonstration/processes.js';
export {
  EVERYTHING,
  PROJECT_PLAN,
  projectCatalogue,
  SMALL,
  VISITED,
} from './demonstration/project.js';
export { DEMONSTRATION_TREES } from './demonstration/trees.js';
export { searchedCatalogue } from './demonstration/searched-catalogue.js';
export { loadMarket } from './demonstration/load-market.js';
export { openBrowser } from './pages/browser.js';
export type { PlatformOptions } from './platform/options.js';
export { startPlatform, type Platform } from './platform/start-platform.js';
export { anAcceptedProject, type AcceptedProject } from './story/accepted-project.js';
export { assembleCast, personOf, playing, stageOf, type Cast, type Stage } from './story/cast.js';
export { ClockConductor } from './story/clock-conductor.js';
export { accepted, caseOpened, filed, handedIn } from './story/filing.js';
export { GatewayClient, RefusedByGateway } from './story/gateway-client.js';
export { holderOf, type Task } from './story/holder.js';
export { imported } from './story/imported.js';
export { nameOf, Operations } from './story/operations.js';
export { aPdf } from './story/paper-files.js';
export { ReportStory } from './story/report-story.js';
export { RestaurantStory } from './story/restaurant-story.js';
export type { StoryOutcome } from './story/scene.js';
export { figuresOf, timelineOf } from './story/trace.js';
export { until } from './story/until.js';
export { verifyFolder } from './verify/verify-folder.js';
export { WITHOUT_LIMITS } from './story/without-limits.js';
