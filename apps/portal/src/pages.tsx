import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from './notices/loading.js';
import { HomePage } from './home/home-page.js';
import { MissingPage } from './frame/missing-page.js';
import { PAGE_PATHS } from './page-paths.js';

// The first page comes with the frame; every other page is fetched when somebody goes there.
const ItemPage = lazy(() => import('./guide/item-page.js'));
const BundlePage = lazy(() => import('./guide/bundle-page.js'));
const ProgressPage = lazy(() => import('./progress/progress-page.js'));
const DrawPage = lazy(() => import('./draw/draw-page.js'));
const DrawFilePage = lazy(() => import('./draw/draw-file-page.js'));
const VerificationPage = lazy(() => import('./verification/verification-page.js'));
const SignInPage = lazy(() => import('./session/sign-in-page.js'));
const OwnApplicationsPage = lazy(() => import('./session/own-applications-page.js'));

export const Pages = () => (
  <Suspense fallback={<Loading />}>
    <Routes>
      <Route path={PAGE_PATHS.home} element={<HomePage />} />
      <Route path={PAGE_PATHS.item} element={<ItemPage />} />
      <Route path={PAGE_PATHS.bundle} element={<BundlePage />} />
      <Route path={PAGE_PATHS.progress} element={<ProgressPage />} />
      <Route path={PAGE_PATHS.verification} element={<VerificationPage />} />
      <Route path={PAGE_PATHS.drawFile} element={<DrawFilePage />} />
      <Route path={PAGE_PATHS.projectDraw} element={<DrawPage />} />
      <Route path={PAGE_PATHS.signIn} element={<SignInPage />} />
      <Route path={PAGE_PATHS.ownApplications} element={<OwnApplicationsPage />} />
      <Route path="*" element={<MissingPage />} />
    </Routes>
  </Suspense>
);
