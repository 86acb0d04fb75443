import { answers, type Answering } from '@onewindow/bus';
import {
  CancelProjectV1,
  ConfirmPublicValueV1,
  DeliverReportV1,
  EnterPublicValueV1,
  ExcludeAgencyV1,
  FindAgencyV1,
  FindDrawV1,
  FindProjectFileV1,
  FindProjectV1,
  GiveUpAwardV1,
  ListAgenciesV1,
  ListNeedsV1,
  ListProjectsV1,
  ListServicesV1,
  ProposeContractV1,
  PublishProjectV1,
  PublishServiceV1,
  RateCounterpartV1,
  RegisterAgencyV1,
  ReinstateAgencyV1,
  ReturnContractV1,
  SignContractV1,
  SignUpV1,
  SuspendAgencyV1,
  WithdrawSignUpV1,
} from '@onewindow/contracts';
import type { MarketUseCases } from '../../use-cases/market-use-cases.js';
import type { MarketViews } from '../../views/market-views.js';
import { publicList } from '../../views/project-view.js';

/** What the market answers. */
export const commands = (market: MarketUseCases, views: MarketViews): readonly Answering[] => [
  answers(PublishServiceV1, (request, asking) => market.publishService(request, asking)),
  answers(RegisterAgencyV1, (request, asking) => market.registerAgency(request, asking)),
  answers(SuspendAgencyV1, (request, asking) => market.suspendAgency(request, asking)),
  answers(ReinstateAgencyV1, (request, asking) => market.reinstateAgency(request, asking)),
  answers(PublishProjectV1, (request, asking) => market.publishProject(request, asking)),
  answers(CancelProjectV1, (request, asking) => market.cancelProject(request, asking)),
  answers(SignUpV1, (request, asking) => market.signUp(request, asking)),
  answers(WithdrawSignUpV1, (request, asking) => market.withdrawSignUp(request, asking)),
  answers(ExcludeAgencyV1, async (request, asking) => {
    const { list } = await market.excludeAgency(request, asking);
    return list === undefined ? {} : { list: publicList(list) };
  }),
  answers(EnterPublicValueV1, (request, asking) => market.enterPublicValue(request, asking)),
  answers(ConfirmPublicValueV1, (request, asking) => market.confirmPublicValue(request, asking)),
  answers(GiveUpAwardV1, (request, asking) => market.giveUpAward(request, asking)),
  answers(ProposeContractV1, (request, asking) => market.proposeContract(request, asking)),
  answers(ReturnContractV1, (request, asking) => market.returnContract(request, asking)),
  answers(SignContractV1, (request, asking) => market.signContract(request, asking)),
  answers(DeliverReportV1, (request, asking) => market.deliverReport(request, asking)),
  answers(RateCounterpartV1, (request, asking) => market.rateCounterpart(request, asking)),
  answers(ListServicesV1, (request) => views.services(request)),
  answers(ListAgenciesV1, (request) => views.agencies(request)),
  answers(FindAgencyV1, ({ creditCode }, { actor }) => views.agency(creditCode, actor)),
  answers(ListNeedsV1, (request, { actor }) => views.needs(request, actor)),
  answers(ListProjectsV1, (request) => views.projects(request)),
  answers(FindProjectV1, ({ projectNumber }, { actor }) => views.project(projectNumber, actor)),
  answers(FindProjectFileV1, ({ projectNumber, hash }, { actor }) =>
    views.file(projectNumber, hash, actor),
  ),
  answers(FindDrawV1, ({ projectNumber }) => views.draw(projectNumber)),
];
