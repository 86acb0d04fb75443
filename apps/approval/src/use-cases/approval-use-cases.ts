import { takeCatalogue } from '@onewindow/kernel';
import { takeCalendar } from '@onewindow/statutory-clock';
import { claimTasks, completeStages } from './act-on-many.js';
import { arrangeInspection } from './arrange-inspection.js';
import { closeCase } from './close-case.js';
import { consultDepartments } from './consult-departments.js';
import { completeStage } from './complete-stage.js';
import { decideTrack } from './decide-track.js';
import { draftDecision, reviewDraft } from './draft-decision.js';
import { endSpecialProcedure } from './end-special-procedure.js';
import { explainDelay } from './explain-delay.js';
import { extendJointTerm } from './extend-joint-term.js';
import { extendTerm } from './extend-term.js';
import {
  giveDepartmentOpinion,
  noteSilence,
  remindDepartments,
} from './give-department-opinion.js';
import { acknowledgeHandover, flagLateAcknowledgement, sendWaitingHandovers } from './hand-over.js';
import {
  declineInterestedParty,
  nameInterestedParty,
  recordStatement,
  tellInterestedParty,
} from './hear-parties.js';
import {
  authoriseOfficer,
  declareRelation,
  publishOfficer,
  recordLeave,
  revokeAuthorisation,
} from './keep-officers.js';
import { assignTask, claimTask, markGreenLane, releaseTask } from './keep-tasks.js';
import { continueWorkTransfer, handOverWork } from './transfer-work.js';
import { noteNumber, noteService } from './note-service.js';
import { openCase } from './open-case.js';
import type { ApprovalDependencies } from './ports.js';
import { noteMarks, protectDecision } from './protect-decision.js';
import { publishProcess } from './publish-process.js';
import { recordAnswers } from './record-answers.js';
import { publishQuota } from './quotas.js';
import { recordChecklist } from './record-checklist.js';
import { recordLicenceUse } from './record-licence-use.js';
import { recordNode } from './record-node.js';
import { recordOpinion } from './record-opinion.js';
import { reopenTrack } from './reopen-track.js';
import { returnStage } from './return-stage.js';
import { signChecklist } from './sign-checklist.js';
import { startSpecialProcedure } from './start-special-procedure.js';
import {
  expireLicence,
  flagLateService,
  lapseLicence,
  missJointTerm,
  missPromise,
  missTerm,
  warnOfJointTerm,
  warnOfService,
  warnOfStages,
  warnOfTerm,
} from './watch-terms.js';
import { transferTrack } from './transfer-track.js';
import { withdrawTrack } from './withdraw-track.js';

/** Everything this service can do. Also the DI token, so no string or symbol is needed. */
export class ApprovalUseCases {
  readonly takeCalendar;
  readonly takeCatalogue;
  readonly openCase;
  readonly publishOfficer;
  readonly authoriseOfficer;
  readonly revokeAuthorisation;
  readonly recordLeave;
  readonly declareRelation;
  readonly claimTask;
  readonly claimTasks;
  readonly completeStages;
  readonly releaseTask;
  readonly assignTask;
  readonly markGreenLane;
  readonly handOverWork;
  readonly continueWorkTransfer;
  readonly startSpecialProcedure;
  readonly endSpecialProcedure;
  readonly extendTerm;
  readonly extendJointTerm;
  readonly explainDelay;
  readonly recordLicenceUse;
  readonly lapseLicence;
  readonly arrangeInspection;
  readonly recordChecklist;
  readonly signChecklist;
  readonly consultDepartments;
  readonly giveDepartmentOpinion;
  readonly remindDepartments;
  readonly noteSilence;
  readonly nameInterestedParty;
  readonly tellInterestedParty;
  readonly declineInterestedParty;
  readonly recordStatement;
  readonly publishQuota;
  readonly recordOpinion;
  readonly draftDecision;
  readonly reviewDraft;
  readonly publishProcess;
  readonly completeStage;
  readonly returnStage;
  readonly recordAnswers;
  readonly recordNode;
  readonly decideTrack;
  readonly protectDecision;
  readonly noteMarks;
  readonly reopenTrack;
  readonly transferTrack;
  readonly withdrawTrack;
  readonly noteNumber;
  readonly noteService;
  readonly closeCase;
  readonly acknowledgeHandover;
  readonly sendWaitingHandovers;
  readonly warnOfTerm;
  readonly warnOfStages;
  readonly missTerm;
  readonly missPromise;
  readonly warnOfJointTerm;
  readonly missJointTerm;
  readonly warnOfService;
  readonly flagLateService;
  readonly expireLicence;
  readonly flagLateAcknowledgement;

  constructor(deps: ApprovalDependencies) {
    this.takeCalendar = takeCalendar(deps);
    this.takeCatalogue = takeCatalogue({ transact: deps.transact });
    this.openCase = openCase(deps);
    this.publishOfficer = publishOfficer(deps);
    this.authoriseOfficer = authoriseOfficer(deps);
    this.revokeAuthorisation = revokeAuthorisation(deps);
    this.recordLeave = recordLeave(deps);
    this.declareRelation = declareRelation(deps);
    this.claimTask = claimTask(deps);
    this.claimTasks = claimTasks(deps);
    this.completeStages = completeStages(deps);
    this.releaseTask = releaseTask(deps);
    this.assignTask = assignTask(deps);
    this.markGreenLane = markGreenLane(deps);
    this.handOverWork = handOverWork(deps);
    this.continueWorkTransfer = continueWorkTransfer(deps);
    this.startSpecialProcedure = startSpecialProcedure(deps);
    this.endSpecialProcedure = endSpecialProcedure(deps);
    this.recordLicenceUse = recordLicenceUse(deps);
    this.lapseLicence = lapseLicence(deps);
    this.explainDelay = explainDelay(deps);
    this.extendJointTerm = extendJointTerm(deps);
    this.extendTerm = extendTerm(deps);
    this.arrangeInspection = arrangeInspection(deps);
    this.recordChecklist = recordChecklist(deps);
    this.signChecklist = signChecklist(deps);
    this.consultDepartments = consultDepartments(deps);
    this.giveDepartmentOpinion = giveDepartmentOpinion(deps);
    this.remindDepartments = remindDepartments(deps);
    this.noteSilence = noteSilence(deps);
    this.nameInterestedParty = nameInterestedParty(deps);
    this.tellInterestedParty = tellInterestedParty(deps);
    this.declineInterestedParty = declineInterestedParty(deps);
    this.recordStatement = recordStatement(deps);
    this.publishQuota = publishQuota(deps);
    this.recordOpinion = recordOpinion(deps);
    this.draftDecision = draftDecision(deps);
    this.reviewDraft = reviewDraft(deps);
    this.publishProcess = publishProcess(deps);
    this.completeStage = completeStage(deps);
    this.returnStage = returnStage(deps);
    this.recordNode = recordNode(deps);
    this.recordAnswers = recordAnswers(deps);
    this.decideTrack = decideTrack(deps);
    this.transferTrack = transferTrack(deps);
    this.withdrawTrack = withdrawTrack(deps);
    this.protectDecision = protectDecision(deps);
    this.noteMarks = noteMarks(deps);
    this.reopenTrack = reopenTrack(deps);
    this.noteNumber = noteNumber(deps);
    this.noteService = noteService(deps);
    this.closeCase = closeCase(deps);
    this.acknowledgeHandover = acknowledgeHandover(deps);
    this.sendWaitingHandovers = sendWaitingHandovers(deps);
    this.warnOfTerm = warnOfTerm(deps);
    this.warnOfStages = warnOfStages(deps);
    this.warnOfJointTerm = warnOfJointTerm(deps);
    this.missJointTerm = missJointTerm(deps);
    this.missPromise = missPromise(deps);
    this.warnOfService = warnOfService(deps);
    this.missTerm = missTerm(deps);
    this.flagLateService = flagLateService(deps);
    this.expireLicence = expireLicence(deps);
    this.flagLateAcknowledgement = flagLateAcknowledgement(deps);
  }
}
