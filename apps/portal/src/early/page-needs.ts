import type { PAGE_PATHS } from '../page-paths.js';

/** What a page needs beside the frame, known from its address alone. */
export interface PageNeeds {
  /** Files of `src` that are fetched for it. */
  readonly modules: readonly string[];
  /** What it asks the gateway first, as its queries write it. */
  readonly questions: readonly string[];
}

const ANT_DESIGN = 'appearance/ant-design.tsx';

export const PAGE_NEEDS: Readonly<Record<keyof typeof PAGE_PATHS, PageNeeds>> = {
  home: { modules: [], questions: ['/api/items?limit=30', '/api/bundles?limit=30'] },
  search: { modules: ['search/search-page.tsx'], questions: ['/api/items?limit=20'] },
  item: { modules: ['guide/item-page.tsx'], questions: ['/api/items/:code'] },
  bundle: { modules: ['guide/bundle-page.tsx'], questions: ['/api/bundles/:code'] },
  guidance: { modules: ['guidance/guidance-page.tsx'], questions: ['/api/guidance/:code'] },
  progress: { modules: ['progress/progress-page.tsx', ANT_DESIGN], questions: [] },
  verification: { modules: ['verification/verification-page.tsx', ANT_DESIGN], questions: [] },
  papers: { modules: ['verification/paper-page.tsx', ANT_DESIGN], questions: [] },
  paper: { modules: ['verification/paper-page.tsx', ANT_DESIGN], questions: [] },
  decisions: { modules: ['decisions/decisions-page.tsx'], questions: [] },
  decision: { modules: ['decisions/decision-page.tsx'], questions: ['/api/decisions/:number'] },
  drawFile: {
    modules: ['draw/draw-file-page.tsx', ANT_DESIGN],
    questions: ['/api/market/projects?limit=20'],
  },
  projectDraw: {
    modules: ['draw/draw-page.tsx', ANT_DESIGN],
    questions: ['/api/market/projects/:number', '/api/market/projects/:number/draw'],
  },
  signIn: { modules: ['session/sign-in-page.tsx', ANT_DESIGN], questions: [] },
  work: { modules: ['desk/work-page.tsx'], questions: [] },
  case: { modules: ['desk/case-page.tsx'], questions: [] },
  team: { modules: ['desk/team-page.tsx'], questions: [] },
  quotas: { modules: ['desk/quota/quotas-page.tsx'], questions: [] },
  quota: { modules: ['desk/quota/quota-page.tsx'], questions: [] },
  consultations: { modules: ['desk/consultations-page.tsx'], questions: [] },
  consultation: { modules: ['desk/consultation-page.tsx'], questions: [] },
  processes: { modules: ['processes/processes-page.tsx'], questions: ['/api/processes?limit=50'] },
  process: {
    modules: ['processes/process-page.tsx'],
    questions: ['/api/processes/:code'],
  },
  ownApplications: { modules: ['session/own-applications-page.tsx', ANT_DESIGN], questions: [] },
};
