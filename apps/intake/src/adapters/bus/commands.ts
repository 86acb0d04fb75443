import { answers, type Answering } from '@onewindow/bus';
import {
  AcceptApplicationV1,
  CorrectPaperV1,
  ListDecisionsV1,
  ChangePowerV1,
  DeclineApplicationV1,
  DispatchResultsV1,
  EndImplementationV1,
  ExportCatalogueV1,
  ExplainApplicationDateV1,
  FindApplicationV1,
  FindBundleDraftV1,
  FindBundleV1,
  FindCalendarV1,
  FindDecisionV1,
  FindDraftV1,
  FindFileV1,
  FindGuidanceV1,
  FindImportV1,
  FindItemV1,
  FindLockerFileV1,
  FindSynonymsV1,
  FindPaperV1,
  FollowApplicationV1,
  FollowGuidanceV1,
  ImportCatalogueV1,
  ListApplicationsV1,
  ListBundleEditionsV1,
  ListBundlesV1,
  ListImplementationEditionsV1,
  ListImplementationsV1,
  ListItemsV1,
  ListLockerV1,
  ListPowersV1,
  ListVersionsV1,
  MarkConfidentialV1,
  PublishBundleDraftV1,
  PublishBundleV1,
  PublishCalendarV1,
  PublishDraftV1,
  PublishGuidanceV1,
  PublishImplementationV1,
  PublishItemV1,
  PublishSynonymsV1,
  RateServiceV1,
  RequestCorrectionV1,
  ResubmitApplicationV1,
  ReviewBundleDraftV1,
  ReviewDraftV1,
  SaveBundleDraftV1,
  SaveDraftV1,
  ServePaperV1,
  SubmitApplicationV1,
  VerifyPaperV1,
  WithdrawApplicationV1,
  WithdrawVersionV1,
} from '@onewindow/contracts';
import { isLegalDate, type LegalDate, type UnmetRule } from '@onewindow/kernel';
import { intakeRefusals } from '../../domain/refusals.js';
import { unmet } from '../../domain/unmet.js';
import type { Draft } from '../../domain/catalogue/draft.js';
import type { IntakeUseCases } from '../../use-cases/intake-use-cases.js';
import type { CatalogueFilesView } from '../../views/catalogue-files-view.js';
import type { BundlesView } from '../../views/bundles-view.js';
import { finding, MOST_FINDINGS, type CatalogueViews } from '../../views/catalogue-views.js';
import type { Following } from '../../views/following.js';
import type { GuidanceView } from '../../views/guidance-view.js';
import type { ImplementationEditions } from '../../views/implementation-editions.js';
import type { IntakeViews } from '../../views/intake-views.js';
import type { ItemSearch } from '../../views/item-search.js';
import type { PowersView } from '../../views/powers-view.js';
import type { PublishedDecisions } from '../../views/published-decisions.js';
import type { PapersView } from '../../views/papers.js';
import type { LockerView } from '../../views/locker-view.js';

/** Views of their own beside those of applications. */
export interface Beside {
  readonly catalogue: CatalogueViews;
  readonly bundles: BundlesView;
  readonly editions: ImplementationEditions;
  readonly guidance: GuidanceView;
  readonly files: CatalogueFilesView;
  readonly powers: PowersView;
  readonly search: ItemSearch;
  readonly following: Following;
  readonly locker: LockerView;
  readonly papers: PapersView;
  readonly decisions: PublishedDecisions;
}

/** What intake answers. */
export const commands = (
  intake: IntakeUseCases,
  views: IntakeViews,
  {
    catalogue,
    bundles,
    editions,
    guidance,
    files,
    powers,
    search,
    following,
    locker,
    papers,
    decisions,
  }: Beside,
): readonly Answering[] => [
  answers(PublishItemV1, async (request, asking) =>
    withNotes(await intake.publishItem(request, asking)),
  ),
  answers(SaveDraftV1, async (request, asking) =>
    catalogue.saved(await intake.saveDraft(request, asking)),
  ),
  answers(ReviewDraftV1, (request, asking) => intake.reviewDraft(request, asking).then(asReviewed)),
  answers(PublishDraftV1, async ({ inForceFrom, ...request }, asking) =>
    withNotes(
      await intake.publishDraft(
        {
          ...request,
          ...(inForceFrom !== undefined && { inForceFrom: dayOf(inForceFrom, 'inForceFrom') }),
        },
        asking,
      ),
    ),
  ),
  answers(WithdrawVersionV1, (request, asking) => intake.withdrawVersion(request, asking)),
  answers(ChangePowerV1, ({ effectiveOn, ...request }, asking) =>
    intake.changePower({ ...request, effectiveOn: dayOf(effectiveOn, 'effectiveOn') }, asking),
  ),
  answers(ListPowersV1, (request) => powers.powers(request)),
  answers(ListImplementationsV1, (request) => powers.implementations(request)),
  answers(ListImplementationEditionsV1, (request) => editions.list(request)),
  answers(PublishImplementationV1, async ({ inForceFrom, ...request }, asking) => {
    const published = await intake.publishImplementation(
      {
        ...request,
        ...(inForceFrom !== undefined && { inForceFrom: dayOf(inForceFrom, 'inForceFrom') }),
      },
      asking,
    );
    return withNotes(published);
  }),
  answers(EndImplementationV1, async ({ on, ...request }, asking) => {
    const { notes: _, ...ended } = await intake.endImplementation(
      { ...request, ...(on !== undefined && { on: dayOf(on, 'on') }) },
      asking,
    );
    return ended;
  }),
  answers(ImportCatalogueV1, (request, asking) => intake.importCatalogue(request, asking)),
  answers(FindImportV1, (request) => files.import(request)),
  answers(ExportCatalogueV1, (request) => files.export(request)),
  answers(FindDraftV1, ({ code }) => catalogue.draft(code)),
  answers(ListVersionsV1, (request) => catalogue.versions(request)),
  answers(PublishBundleV1, async (request) => withNotes(await intake.publishBundle(request))),
  answers(SaveBundleDraftV1, async (request, asking) =>
    bundles.saved(await intake.saveBundleDraft(request, asking)),
  ),
  answers(ReviewBundleDraftV1, (request, asking) =>
    intake.reviewBundleDraft(request, asking).then(asReviewed),
  ),
  answers(PublishBundleDraftV1, async (request) =>
    withNotes(await intake.publishBundleDraft(request)),
  ),
  answers(FindBundleDraftV1, ({ code }) => bundles.draft(code)),
  answers(ListBundleEditionsV1, (request) => bundles.editions(request)),
  answers(PublishSynonymsV1, (request, asking) => intake.publishSynonyms(request, asking)),
  answers(FindSynonymsV1, () => search.synonyms()),
  answers(PublishGuidanceV1, (request) => intake.publishGuidance(request)),
  answers(FindGuidanceV1, (request) => guidance.guidance(request)),
  answers(FollowGuidanceV1, (request) => guidance.follow(request)),
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
  answers(FindItemV1, (request) => catalogue.item(request)),
  answers(FindBundleV1, (request) => bundles.bundle(request)),
  answers(ListBundlesV1, (request) => bundles.bundles(request)),
  answers(FollowApplicationV1, (request, { actor }) => following.application(request, actor)),
  answers(ListLockerV1, (request, { actor }) => locker.list(request, actor)),
  answers(FindLockerFileV1, ({ lockerFile }, { actor }) => locker.file(lockerFile, actor)),
  answers(CorrectPaperV1, (request, asking) => intake.correctPaper(request, asking)),
  answers(ListDecisionsV1, (request) => decisions.list(request)),
  answers(FindDecisionV1, ({ number }) => decisions.find(number)),
  answers(MarkConfidentialV1, (request, asking) => intake.markConfidential(request, asking)),
  answers(FindPaperV1, (request, { actor }) => papers.find(request, actor)),
  answers(VerifyPaperV1, (request) => papers.verify(request)),
  answers(ExplainApplicationDateV1, (request, { actor }) => following.date(request, actor)),
];

const withNotes = <Reply extends { readonly notes: readonly UnmetRule[] }>({
  notes,
  ...reply
}: Reply) => ({
  ...reply,
  ...(notes.length > 0 && { notes: notes.slice(0, MOST_FINDINGS).map(finding) }),
});

const asReviewed = ({ id: code, revision, status }: Draft) => ({ code, revision, status });

/** A day that the calendar has. Throws the refusal `item-not-publishable`. */
function dayOf(text: string, path: string): LegalDate {
  if (isLegalDate(text)) return text;
  throw intakeRefusals.refuse('item-not-publishable', [
    unmet('date-exists', '没有这一天，请核对日期。', 'There is no such day; check the date.', {
      path,
    }),
  ]);
}
