import { takeCatalogue } from '@onewindow/kernel';
import { takeCalendar } from '@onewindow/statutory-clock';
import { closeSignUp, excludeAgency } from './close-sign-up.js';
import { deliverReport, rateCounterpart } from './deliver-report.js';
import { confirmPublicValue, enterPublicValue, giveUpAward } from './draw-agency.js';
import { cancelProject } from './end-project.js';
import { registerAgency, reinstateAgency, suspendAgency } from './keep-agencies.js';
import { publishService } from './keep-list.js';
import { receiveReportNeeded, receiveReportNotNeeded } from './keep-needs.js';
import { proposeContract, returnContract, signContract } from './make-contract.js';
import type { MarketDependencies } from './ports.js';
import { publishProject } from './publish-project.js';
import { signUp, withdrawSignUp } from './sign-up.js';
import { recordContractOverdue, recordDeliveryOverdue } from './watch-terms.js';

/** Everything this service can do. Also the DI token, so no string or symbol is needed. */
export class MarketUseCases {
  readonly publishService;
  readonly registerAgency;
  readonly suspendAgency;
  readonly reinstateAgency;
  readonly receiveReportNeeded;
  readonly receiveReportNotNeeded;
  readonly takeCalendar;
  readonly takeCatalogue;
  readonly publishProject;
  readonly cancelProject;
  readonly signUp;
  readonly withdrawSignUp;
  readonly closeSignUp;
  readonly excludeAgency;
  readonly enterPublicValue;
  readonly confirmPublicValue;
  readonly giveUpAward;
  readonly proposeContract;
  readonly returnContract;
  readonly signContract;
  readonly deliverReport;
  readonly rateCounterpart;
  readonly recordContractOverdue;
  readonly recordDeliveryOverdue;

  constructor(deps: MarketDependencies) {
    this.publishService = publishService(deps);
    this.registerAgency = registerAgency(deps);
    this.suspendAgency = suspendAgency(deps);
    this.reinstateAgency = reinstateAgency(deps);
    this.receiveReportNeeded = receiveReportNeeded(deps);
    this.receiveReportNotNeeded = receiveReportNotNeeded(deps);
    this.takeCalendar = takeCalendar(deps);
    this.takeCatalogue = takeCatalogue({
      transact: deps.transact,
      concerns: ({ intermediaryServices }) => intermediaryServices.length > 0,
    });
    this.publishProject = publishProject(deps);
    this.cancelProject = cancelProject(deps);
    this.signUp = signUp(deps);
    this.withdrawSignUp = withdrawSignUp(deps);
    this.closeSignUp = closeSignUp(deps);
    this.excludeAgency = excludeAgency(deps);
    this.enterPublicValue = enterPublicValue(deps);
    this.confirmPublicValue = confirmPublicValue(deps);
    this.giveUpAward = giveUpAward(deps);
    this.proposeContract = proposeContract(deps);
    this.returnContract = returnContract(deps);
    this.signContract = signContract(deps);
    this.deliverReport = deliverReport(deps);
    this.rateCounterpart = rateCounterpart(deps);
    this.recordContractOverdue = recordContractOverdue(deps);
    this.recordDeliveryOverdue = recordDeliveryOverdue(deps);
  }
}
