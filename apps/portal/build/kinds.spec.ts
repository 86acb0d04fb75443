import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enDecisions } from '../src/language/en-decisions.js';
import { enDesk } from '../src/language/en-desk.js';
import { enGuidePage } from '../src/language/en-guide-page.js';
import { enPaper } from '../src/language/en-paper.js';
import { enSearch } from '../src/language/en-search.js';
import { en } from '../src/language/en.js';
import { zhDecisions } from '../src/language/zh-decisions.js';
import { zhDesk } from '../src/language/zh-desk.js';
import { zhGuidePage } from '../src/language/zh-guide-page.js';
import { zhPaper } from '../src/language/zh-paper.js';
import { zhSearch } from '../src/language/zh-search.js';
import { zh } from '../src/language/zh.js';

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Interface {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { schemas } = (JSON.parse(read('docs/openapi.json')) as Interface).components;

/** The replies that pages show, as `api/replies.ts` names them. */
const SHOWN = [...read('apps/portal/src/api/replies.ts').matchAll(/Schemas\['(\w+)'\]/g)].map(
  ([, name = '']) => name,
);

/** Where a kind has its words, the same path in both catalogues. */
const SPOKEN: Readonly<Record<string, string>> = {
  'AwaitedResult.standing': 'desk.standings',
  'AuthorisationRow.kind': 'desk.kinds',
  'ConfidentialityMark.kind': 'desk.kinds',
  'ConfidentialityMark.parts': 'desk.kinds',
  'DecisionProtection.kind': 'desk.kinds',
  'DecisionProtection.parts': 'desk.kinds',
  'MarkedPartDisclosed.ground': 'desk.kinds',
  'MarkedPartDisclosed.parts': 'desk.kinds',
  'ConsultationRow.lamp': 'progress.lamps',
  'DepartmentOpinionView.position': 'desk.kinds',
  'FindConsultationReply.status': 'desk.consultationStatuses',
  'InterestedPartyView.namedBy': 'desk.namedBy',
  'IssuedPaper.kind': 'desk.paperKinds',
  'OpinionRequestView.lamp': 'progress.lamps',
  'OpinionRequestView.silence': 'desk.silences',
  'PartyToldView.method': 'desk.kinds',
  'ReplacedService.method': 'desk.kinds',
  'ServiceRecord.method': 'desk.kinds',
  'StatementView.kind': 'desk.statementKinds',
  'StageOfProcess.kind': 'desk.stageKinds',
  'StageOfProcess.role': 'desk.stageRoles',
  'StageOfProcess.join': 'desk.kinds',
  'StatutoryTermOfProcess.unit': 'guide.units',
  'VerifyPaperReply.standing': 'paper.standings',
  'PublishedDecision.standing': 'decisions.standings',
  'WithheldFromPublic.kind': 'desk.kinds',
  'WithheldFromPublic.parts': 'desk.kinds',
  'WithheldPart.kind': 'decisions.kinds',
  'WithheldPart.parts': 'decisions.parts',
  'CertificateView.lamp': 'progress.lamps',
  'DecisionDraftView.outcome': 'progress.outcomes',
  'DraftReviewView.result': 'desk.draftReviews',
  'ExtensionView.approver': 'guide.approvers',
  'ExtensionView.unit': 'guide.units',
  'FindCaseReply.status': 'desk.statuses',
  'FilingInOrder.standing': 'desk.quota.standings',
  'FindingView.result': 'desk.findings',
  'HandoverView.status': 'desk.handoverStatuses',
  'HandlingInDistrict.area': 'guide.areas',
  'InspectionView.status': 'desk.inspectionStatuses',
  'JointTermView.lamp': 'progress.lamps',
  'MergedMaterial.format': 'guide.formats',
  'MergedMaterial.necessity': 'guide.necessities',
  'MergedMaterial.source': 'guide.sources',
  'NodeOfBundle.kind': 'guidePage.nodeKinds',
  'NodeView.standing': 'desk.standings',
  'OpinionView.recommendation': 'desk.recommendations',
  'SpecialProcedureView.procedure': 'desk.procedures',
  'TaskRow.kind': 'desk.stageKinds',
  'TaskRow.lamp': 'progress.lamps',
  'TaskRow.status': 'progress.trackStatuses',
  'TrackView.lamp': 'progress.lamps',
  'TrackView.promisedLamp': 'progress.lamps',
  'TrackView.status': 'progress.trackStatuses',
  'TransferredUpView.lamp': 'progress.lamps',
  'ApplicationRow.status': 'session.statuses',
  'DecisionSummary.outcome': 'progress.outcomes',
  'EdgeOfBundle.type': 'guidePage.edges',
  'ExtensionOfTerm.approver': 'guide.approvers',
  'FindProjectReply.funds': 'draw.fundsOf',
  'FindProjectReply.status': 'draw.statuses',
  'FollowApplicationReply.status': 'session.statuses',
  'LapseOfItem.from': 'guide.lapseFrom',
  'LapseOfItem.unit': 'guide.lapseUnits',
  'MatchOfItem.by': 'search.matchedBy',
  'MatchOfItem.field': 'search.matchedIn',
  'MaterialOfItem.format': 'guide.formats',
  'MaterialOfItem.necessity': 'guide.necessities',
  'MaterialOfItem.source': 'guide.sources',
  'ProgressActor.role': 'progress.roles',
  'ProgressTrack.lamp': 'progress.lamps',
  'ProjectRow.status': 'draw.statuses',
  'ProgressTrack.status': 'progress.trackStatuses',
  'ServiceItem.handlingType': 'guide.handlings',
  'ServiceItem.itemType': 'guide.types',
  'ServiceItem.onlineDepth': 'guide.onlineDepths',
  'SpecialProcedureOfItem.kind': 'guide.procedures',
  'StageView.kind': 'desk.stageKinds',
  'StageView.role': 'desk.stageRoles',
  'StageView.status': 'desk.stageStatuses',
  'TermOfItem.unit': 'guide.units',
  'VerifyLicenceReply.status': 'verification.statuses',
};

const NATIONAL = 'for the national exchange; the guide shows what an applicant needs';

/** Kinds that a page draws or follows without naming them: the sentence that comes along says it in both languages. */
const WORDLESS: Readonly<Record<string, string>> = {
  'AskedQuestion.kind': 'the fields of the question show how it is answered',
  'ExplainedRun.role': 'the strip of days has a key, the sentence says the rest',
  'ExplanationStep.kind': 'each step is a sentence',
  'FindBundleReply.handling': 'decides which clock runs; the progress of a case tells it',
  'GuidingQuestion.kind': 'the fields of the question show how it is answered',
  'FollowCaseReply.status': 'the application has the status that is shown',
  'IntermediaryServiceOfItem.paidBy': 'the page of the market tells it',
  'LampThreshold.lamp': 'when lamps light is for officers',
  'MaterialOfItem.kind': NATIONAL,
  'MergedMaterial.kind': NATIONAL,
  'NodeView.kind': 'the desk names the node and its department',
  'AuthorityUsed.kind': 'the paper of the decision says under which authority it was made',
  'PersonView.kind': 'only people sign in to pages',
  'ServiceItem.agencyKind': NATIONAL,
  'ServiceItem.level': NATIONAL,
  'ServiceItem.powerSource': NATIONAL,
  'ServiceItem.resultType': NATIONAL,
};

/** A reply that is a thing with more beside it. */
const SAME: Readonly<Record<string, string>> = { FindItemReply: 'ServiceItem' };

/** `MaterialOfItem.source` with its values, for everything that can be reached from a reply. */
function kindsOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [property, schema] of Object.entries(schemas[name]?.properties ?? {})) {
      look(`${SAME[name] ?? name}.${property}`, schema);
    }
  };
  const look = (at: string, schema: Schema): void => {
    if (schema.enum !== undefined) found.set(at, schema.enum);
    if (schema.$ref !== undefined) visit(schema.$ref.split('/').at(-1) ?? '');
    for (const each of [schema.items, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])]) {
      if (each !== undefined) look(at, each);
    }
  };
  names.forEach(visit);
  return found;
}

const wordsAt = (catalogue: object, path: string): Readonly<Record<string, unknown>> =>
  path
    .split('.')
    .reduce<Readonly<Record<string, unknown>>>(
      (words, part) => (words[part] ?? {}) as Readonly<Record<string, unknown>>,
      catalogue as Readonly<Record<string, unknown>>,
    );

describe('Every kind that a reply can name', () => {
  const kinds = kindsOf(SHOWN);

  it('is spoken of, or is said by a sentence that comes along', () => {
    expect([...kinds.keys()].sort()).toEqual(
      [...Object.keys(SPOKEN), ...Object.keys(WORDLESS)].sort(),
    );
  });

  it.each(Object.entries(SPOKEN))('%s has words in both languages', (kind, path) => {
    for (const catalogue of [
      {
        ...zh,
        decisions: zhDecisions,
        desk: zhDesk,
        guidePage: zhGuidePage,
        paper: zhPaper,
        search: zhSearch,
      },
      {
        ...en,
        decisions: enDecisions,
        desk: enDesk,
        guidePage: enGuidePage,
        paper: enPaper,
        search: enSearch,
      },
    ]) {
      const words = wordsAt(catalogue, path);

      expect(kinds.get(kind)?.filter((value) => words[value] === undefined)).toEqual([]);
    }
  });
});
