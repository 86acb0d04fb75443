/** The addresses of the pages, as the router and whoever serves the pages write them. */
export const PAGE_PATHS = {
  home: '/',
  search: '/search',
  item: '/items/:code',
  bundle: '/bundles/:code',
  guidance: '/guidance/:code',
  progress: '/progress',
  verification: '/verify',
  drawFile: '/draws',
  projectDraw: '/projects/:number/draw',
  signIn: '/sign-in',
  work: '/work',
  case: '/cases/:caseNumber',
  ownApplications: '/my-applications',
} as const;
