import { answers, type Answering } from '@onewindow/bus';
import {
  AcceptApplicationV1,
  DeclineApplicationV1,
  DispatchResultsV1,
  ExplainApplicationDateV1,
  FindApplicationV1,
  FindBundleV1,
  FindCalendarV1,
  FindFileV1,
  FindItemV1,
  FindLockerFileV1,
  FollowApplicationV1,
  ListApplicationsV1,
  ListBundlesV1,
  ListItemsV1,
  ListLockerV1,
  PublishBundleV1,
  PublishCalendarV1,
  PublishItemV1,
  RateServiceV1,
  RequestCorrectionV1,
  ResubmitApplicationV1,
  ServePaperV1,
  SubmitApplicationV1,
  WithdrawApplicationV1,
} from '@onewindow/contracts';
import type { IntakeUseCases } from '../../use-cases/intake-use-cases.js';
import type { Following } from '../../views/following.js';
import type { IntakeViews } from '../../views/intake-views.js';
import type { LockerView } from '../../views/locker-view.js';

/** What intake answers. */
export const commands = (
  intake: IntakeUseCases,
  views: IntakeViews,
  { following, locker }: { readonly following: Following; readonly locker: LockerView },
): readonly Answering[] => [
  answers(PublishItemV1, (request) => intake.publishItem(request)),
  answers(PublishBundleV1, (request) => intake.publishBundle(request)),
  answers(PublishCalendarV1, (notice) => intake.publishCalendar(notice)),
  answers(FindCalendarV1, ({ year }) => views.calendar(year)),
  answers(SubmitApplicationV1, (request, asking) => intake.submitApplication(request, asking)),
  answers(RequestCorrectionV1, (request, asking) => intake.requestCorrection(request, asking)),
  answers(ResubmitApplicationV1, (request, asking) => intake.resubmitApplication(request, asking)),
  answers(AcceptApplicationV1, (request, asking) => intake.acceptApplication(request, asking)),
  answers(DeclineApplicationV1, (request, asking) => intake.declineApplication(request, asking)),
  answers(WithdrawApplicationV1, (request, asking) => intake.withdrawApplication(request, asking)),
  answers(ServePaperV1, (request, asking) => intake.servePaper(request, asking)),
  answers(DispatchResultsV1, (request, asking) => intake.dispatchResults(request, asking)),
  answers(RateServiceV1, (request, asking) => intake.rateService(request, asking)),
  answers(FindApplicationV1, ({ applicationId }, { actor }) =>
    views.application(applicationId, actor),
  ),
  answers(ListApplicationsV1, (request, { actor }) => views.applications(request, actor)),
  answers(FindFileV1, ({ applicationId, hash }, { actor }) =>
    views.file(applicationId, hash, actor),
  ),
  answers(ListItemsV1, (request) => views.items(request)),
  answers(FindItemV1, ({ code }) => views.item(code)),
  answers(ListBundlesV1, (request) => views.bundles(request)),
  answers(FindBundleV1, ({ code }) => views.bundle(code)),
  answers(FollowApplicationV1, (request, { actor }) => following.application(request, actor)),
  answers(ListLockerV1, (request, { actor }) => locker.list(request, actor)),
  answers(FindLockerFileV1, ({ lockerFile }, { actor }) => locker.file(lockerFile, actor)),
  answers(ExplainApplicationDateV1, (request, { actor }) => following.date(request, actor)),
];
