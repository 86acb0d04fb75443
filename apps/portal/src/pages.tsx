import { lazy, Suspense, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from './notices/loading.js';
import { patiently } from './frame/patiently.js';
import { HomePage } from './home/home-page.js';
import { MissingPage } from './frame/missing-page.js';
import { PAGE_PATHS } from './page-paths.js';

type Module = Promise<{ readonly default: ComponentType }>;

// The first page comes with the frame; every other page is fetched when somebody goes there.
const SearchPage = lazy(() => patiently(() => import('./search/search-page.js')));
const WorkPage = lazy(() => patiently(() => import('./desk/work-page.js')));
const CasePage = lazy(() => patiently(() => import('./desk/case-page.js')));
const QuotasPage = lazy(() => patiently(() => import('./desk/quota/quotas-page.js')));
const QuotaPage = lazy(() => patiently(() => import('./desk/quota/quota-page.js')));
const TeamPage = lazy(() => patiently(() => import('./desk/team-page.js')));
const ConsultationsPage = lazy(() => patiently(() => import('./desk/consultations-page.js')));
const ConsultationPage = lazy(() => patiently(() => import('./desk/consultation-page.js')));
const ProcessesPage = lazy(() => patiently(() => import('./processes/processes-page.js')));
const ProcessPage = lazy(() => patiently(() => import('./processes/process-page.js')));
const GuidancePage = lazy(() => patiently(() => import('./guidance/guidance-page.js')));
const ItemPage = lazy(() => patiently(() => import('./guide/item-page.js')));
const BundlePage = lazy(() => patiently(() => import('./guide/bundle-page.js')));
const DecisionsPage = lazy(() => patiently(() => import('./decisions/decisions-page.js')));
const DecisionPage = lazy(() => patiently(() => import('./decisions/decision-page.js')));
const ProgressPage = withAntDesign(() => import('./progress/progress-page.js'));
const DrawPage = withAntDesign(() => import('./draw/draw-page.js'));
const DrawFilePage = withAntDesign(() => import('./draw/draw-file-page.js'));
const VerificationPage = withAntDesign(() => import('./verification/verification-page.js'));
const PaperPage = withAntDesign(() => import('./verification/paper-page.js'));
const SignInPage = withAntDesign(() => import('./session/sign-in-page.js'));
const OwnApplicationsPage = withAntDesign(() => import('./session/own-applications-page.js'));

/** A page with components of Ant Design, which is fetched beside it: who only reads a guide waits for neither. */
function withAntDesign(page: () => Module) {
  return lazy(async () => {
    const [{ AntDesign }, { default: Content }] = await Promise.all([
      patiently(() => import('./appearance/ant-design.js')),
      patiently(page),
    ]);
    return {
      default: () => (
        <AntDesign>
          <Content />
        </AntDesign>
      ),
    };
  });
}

export const Pages = () => (
  <Suspense fallback={<Loading />}>
    <Routes>
      <Route path={PAGE_PATHS.home} element={<HomePage />} />
      <Route path={PAGE_PATHS.search} element={<SearchPage />} />
      <Route path={PAGE_PATHS.item} element={<ItemPage />} />
      <Route path={PAGE_PATHS.bundle} element={<BundlePage />} />
      <Route path={PAGE_PATHS.guidance} element={<GuidancePage />} />
      <Route path={PAGE_PATHS.progress} element={<ProgressPage />} />
      <Route path={PAGE_PATHS.verification} element={<VerificationPage />} />
      <Route path={PAGE_PATHS.papers} element={<PaperPage />} />
      <Route path={PAGE_PATHS.paper} element={<PaperPage />} />
      <Route path={PAGE_PATHS.decisions} element={<DecisionsPage />} />
      <Route path={PAGE_PATHS.decision} element={<DecisionPage />} />
      <Route path={PAGE_PATHS.drawFile} element={<DrawFilePage />} />
      <Route path={PAGE_PATHS.projectDraw} element={<DrawPage />} />
      <Route path={PAGE_PATHS.signIn} element={<SignInPage />} />
      <Route path={PAGE_PATHS.work} element={<WorkPage />} />
      <Route path={PAGE_PATHS.case} element={<CasePage />} />
      <Route path={PAGE_PATHS.quotas} element={<QuotasPage />} />
      <Route path={PAGE_PATHS.quota} element={<QuotaPage />} />
      <Route path={PAGE_PATHS.team} element={<TeamPage />} />
      <Route path={PAGE_PATHS.consultations} element={<ConsultationsPage />} />
      <Route path={PAGE_PATHS.consultation} element={<ConsultationPage />} />
      <Route path={PAGE_PATHS.processes} element={<ProcessesPage />} />
      <Route path={PAGE_PATHS.process} element={<ProcessPage />} />
      <Route path={PAGE_PATHS.ownApplications} element={<OwnApplicationsPage />} />
      <Route path="*" element={<MissingPage />} />
    </Routes>
  </Suspense>
);
