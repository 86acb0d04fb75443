import { correctPaper } from './correct-paper.js';
import { acceptApplication, acceptBySilence } from './accept-application.js';
import {
  declineApplication,
  lapseCorrection,
  withdrawApplication,
} from './end-before-acceptance.js';
import {
  announceTerms,
  noteCaseDecided,
  reopenItem,
  handUp,
  withdrawItem,
  dispatchResults,
  issueNotice,
  rateService,
  ruleOnPublication,
  receiveResult,
  renewTerm,
  servePaper,
  takeExtension,
} from './give-results.js';
import type { IntakeDependencies } from './ports.js';
import { publishCalendar, tellCalendars } from './publish-calendar.js';
import { changePower, retireItem } from './change-power.js';
import { publishBundleDraft, reviewBundleDraft, saveBundleDraft } from './draft-bundle.js';
import { importCatalogue, runImport } from './import-catalogue.js';
import { publishBundle } from './publish-bundle.js';
import {
  endImplementation,
  publishImplementation,
  takeEditionIntoForce,
} from './publish-implementation.js';
import { publishGuidance } from './publish-guidance.js';
import {
  publishDraft,
  publishItem,
  reviewDraft,
  saveDraft,
  takeEffect,
} from './publish-catalogue-item.js';
import { tellCatalogue } from './tell-catalogue.js';
import { tellNumbers } from './tell-numbers.js';
import { publishSynonyms } from './publish-synonyms.js';
import { markConfidential } from './mark-confidential.js';
import { receiveReport } from './receive-report.js';
import { requestCorrection } from './request-correction.js';
import { resubmitApplication } from './resubmit-application.js';
import { withdrawVersion } from './withdraw-version.js';
import { submitApplication } from './submit-application.js';

/** Everything this service can do. Also the DI token, so no string or symbol is needed. */
export class IntakeUseCases {
  readonly changePower;
  readonly retireItem;
  readonly importCatalogue;
  readonly runImport;
  readonly saveDraft;
  readonly reviewDraft;
  readonly publishDraft;
  readonly withdrawVersion;
  readonly takeEffect;
  readonly publishItem;
  readonly publishImplementation;
  readonly endImplementation;
  readonly takeEditionIntoForce;
  readonly publishBundle;
  readonly saveBundleDraft;
  readonly reviewBundleDraft;
  readonly publishBundleDraft;
  readonly publishGuidance;
  readonly publishSynonyms;
  readonly publishCalendar;
  readonly tellCalendars;
  readonly tellCatalogue;
  readonly submitApplication;
  readonly requestCorrection;
  readonly resubmitApplication;
  readonly markConfidential;
  readonly receiveReport;
  readonly acceptApplication;
  readonly acceptBySilence;
  readonly declineApplication;
  readonly withdrawApplication;
  readonly lapseCorrection;
  readonly announceTerms;
  readonly renewTerm;
  readonly issueNotice;
  readonly takeExtension;
  readonly receiveResult;
  readonly ruleOnPublication;
  readonly noteCaseDecided;
  readonly reopenItem;
  readonly handUp;
  readonly withdrawItem;
  readonly tellNumbers;
  readonly correctPaper;
  readonly servePaper;
  readonly dispatchResults;
  readonly rateService;

  constructor(deps: IntakeDependencies) {
    this.changePower = changePower(deps);
    this.retireItem = retireItem(deps);
    this.importCatalogue = importCatalogue(deps);
    this.runImport = runImport(deps);
    this.saveDraft = saveDraft(deps);
    this.reviewDraft = reviewDraft(deps);
    this.publishDraft = publishDraft(deps);
    this.withdrawVersion = withdrawVersion(deps);
    this.takeEffect = takeEffect(deps);
    this.publishItem = publishItem(deps);
    this.publishImplementation = publishImplementation(deps);
    this.endImplementation = endImplementation(deps);
    this.takeEditionIntoForce = takeEditionIntoForce(deps);
    this.publishBundle = publishBundle(deps);
    this.saveBundleDraft = saveBundleDraft(deps);
    this.reviewBundleDraft = reviewBundleDraft(deps);
    this.publishBundleDraft = publishBundleDraft(deps);
    this.publishGuidance = publishGuidance(deps);
    this.publishSynonyms = publishSynonyms(deps);
    this.publishCalendar = publishCalendar(deps);
    this.tellCalendars = tellCalendars(deps);
    this.tellCatalogue = tellCatalogue(deps);
    this.submitApplication = submitApplication(deps);
    this.requestCorrection = requestCorrection(deps);
    this.resubmitApplication = resubmitApplication(deps);
    this.markConfidential = markConfidential(deps);
    this.receiveReport = receiveReport(deps);
    this.acceptApplication = acceptApplication(deps);
    this.acceptBySilence = acceptBySilence(deps);
    this.declineApplication = declineApplication(deps);
    this.withdrawApplication = withdrawApplication(deps);
    this.lapseCorrection = lapseCorrection(deps);
    this.announceTerms = announceTerms(deps);
    this.renewTerm = renewTerm(deps);
    this.issueNotice = issueNotice(deps);
    this.takeExtension = takeExtension(deps);
    this.receiveResult = receiveResult(deps);
    this.ruleOnPublication = ruleOnPublication(deps);
    this.noteCaseDecided = noteCaseDecided(deps);
    this.handUp = handUp(deps);
    this.withdrawItem = withdrawItem(deps);
    this.reopenItem = reopenItem(deps);
    this.tellNumbers = tellNumbers(deps);
    this.correctPaper = correctPaper(deps);
    this.servePaper = servePaper(deps);
    this.dispatchResults = dispatchResults(deps);
    this.rateService = rateService(deps);
  }
}
