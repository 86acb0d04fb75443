import { EMPTY_FORM, titleOf } from './forms/form.js';
import {
  allMaterialsAsked,
  type Application,
  type IssuedPaper,
  type ItemResult,
} from './application.js';
import type { NoticeParticulars, PaperBody, PaperContent } from './paper-content.js';

/** Everything that the paper says is in the application at the moment of issuing, but for what only the bureau knows. */
export function contentOf(
  application: Application,
  paper: Pick<IssuedPaper, 'kind' | 'number' | 'item'>,
  particulars?: NoticeParticulars,
): PaperContent {
  const item = application.items.find(({ code }) => code === paper.item);
  return {
    applicationNumber: application.number,
    ...(application.acceptance && { caseNumber: application.acceptance.caseNumber }),
    holder: application.applicant,
    premises: application.premises,
    ...(item && { item: { code: item.code, name: item.name } }),
    body: particulars ?? bodyOf(application, paper),
  };
}

function bodyOf(
  application: Application,
  { kind, number, item }: Pick<IssuedPaper, 'kind' | 'number' | 'item'>,
): PaperBody {
  const { acceptance, correction, nonAcceptance, results } = application;
  const result = results.find((each) => each.item === item);
  switch (kind) {
    case 'acceptance-receipt':
      return acceptance === undefined ? NOTICE : receipt(application, acceptance);
    case 'correction-notice':
      return correction === undefined ? NOTICE : correctionNotice(application, correction);
    case 'non-acceptance-notice':
      if (nonAcceptance === undefined) return NOTICE;
      return {
        kind,
        ground: nonAcceptance.ground,
        reasons: nonAcceptance.reasons,
        ...(nonAcceptance.competentAuthority !== undefined && {
          competentAuthority: nonAcceptance.competentAuthority,
        }),
      };
    case 'decision':
      return result === undefined ? NOTICE : decided(result);
    case 'licence':
      return result?.licence === undefined ? NOTICE : licence(result.licence, number);
    case 'special-procedure-notice':
    case 'term-extension-notice':
      return NOTICE;
  }
}

const NOTICE = { kind: 'notice' } as const;

function receipt(
  application: Application,
  { caseNumber, acceptedAt, by, effect }: NonNullable<Application['acceptance']>,
): PaperBody {
  const held = new Set(application.materials.map(({ material }) => material));
  return {
    kind: 'acceptance-receipt',
    caseNumber,
    acceptedAt,
    by,
    ...(effect && { article: effect.article }),
    materials: allMaterialsAsked(application).flatMap(({ code, name }) =>
      held.has(code) ? [name] : [],
    ),
    terms: application.tracks.map(({ itemName, statutory, promised }) => ({
      itemName,
      statutory,
      ...(promised && { promised }),
    })),
  };
}

function correctionNotice(
  application: Application,
  { remarks, answers = [], correctBy }: NonNullable<Application['correction']>,
): PaperBody {
  const names = new Map(allMaterialsAsked(application).map(({ code, name }) => [code, name]));
  return {
    kind: 'correction-notice',
    remarks: remarks.map(({ material, problem, explanation }) => ({
      material: names.get(material) ?? material,
      problem,
      explanation,
    })),
    ...(answers.length > 0 && {
      answers: answers.map(({ field, explanation }) => ({
        field: titleOf(application.form ?? EMPTY_FORM, field).zh,
        explanation,
      })),
    }),
    correctBy,
  };
}

const decided = ({ decision, appeal }: ItemResult): PaperBody => ({
  kind: decision.outcome === 'granted' ? 'decision-granted' : 'decision-refused',
  decidedAt: decision.decidedAt,
  reasons: decision.reasons,
  ...(decision.legalBasis && { legalBasis: decision.legalBasis }),
  ...(decision.conditions && { conditions: decision.conditions }),
  ...(appeal && { appeal }),
});

const licence = (
  { name, validFrom, validUntil }: NonNullable<ItemResult['licence']>,
  licenceNumber: string,
): PaperBody => ({
  kind: 'licence',
  name,
  licenceNumber,
  validFrom,
  ...(validUntil !== undefined && { validUntil }),
});
