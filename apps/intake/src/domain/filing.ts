import { readCreditCode, unmetAt } from '@onewindow/identifiers';
import {
  refuseWhenUnmet,
  type Answers,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import {
  allMaterialsAsked,
  type Application,
  type ApplicationEvent,
  type HeldFile,
  type HeldMaterial,
} from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { unmetOfMarks } from './confidentiality.js';
import type { ConfidentialityMark } from './publication-ruling.js';
import { unmetOfCollected } from './files-of-material.js';
import { filedForm } from './filed-form.js';
import type { SchemaCheck } from './forms/answers.js';
import { intakeRefusals } from './refusals.js';
import type { Bundle, Catalogue, CatalogueItem, PublishedItem } from './service-item.js';
import { termFrom } from './terms.js';
import { repeated, unmet } from './unmet.js';

/** A file of the request after its upload receipt was read, or what is wrong with the receipt. */
export type HandedIn =
  | {
      readonly material: string;
      readonly path: string;
      readonly file: HeldFile;
      readonly uploadedBy: string;
    }
  | { readonly material: string; readonly path: string; readonly unreadable: readonly UnmetRule[] };

export interface Filing {
  readonly id: string;
  readonly number: string;
  readonly queryCode?: string;
  readonly region: string;
  readonly by: Person;
  readonly items: readonly string[];
  readonly bundle?: string;
  readonly applicant: Application['applicant'];
  readonly contact: Application['contact'];
  readonly premises: Application['premises'];
  readonly handedIn: readonly HandedIn[];
  readonly answers?: Answers;
  readonly confidential?: readonly ConfidentialityMark[];
  readonly truthDeclared: boolean;
  readonly electronicService: boolean;
}

export interface FilingTerms {
  readonly workingDaysToAccept: number;
  readonly calendar: WorkingCalendar;
  readonly checkAnswers: SchemaCheck;
}

/** Files an application. Materials may be missing: whether it is complete is the window's to say, once and in full. */
export function fileApplication(
  asked: Filing,
  catalogue: Catalogue,
  now: Instant,
  { workingDaysToAccept, calendar, checkAnswers }: FilingTerms,
): Change<Application, ApplicationEvent> {
  const { unmet: unmetOfForm, materialsOf, ...filed } = filedForm(asked, catalogue, checkAnswers);
  const filing = { ...asked, items: filed.items };
  const items = filing.items
    .flatMap((code) => catalogue.items.get(code) ?? [])
    .map((each) => appliedItem(each, materialsOf(each.item)));
  const materials = collect([], filing.handedIn, items);
  refuseWhenUnmet(
    [
      ...unmetOfDeclaration(filing),
      ...unmetOfApplicant(filing),
      ...unmetOfItems(asked, catalogue),
      ...unmetOfForm,
      ...unmetOfHandedIn(filing.handedIn, filing.by, items),
      ...unmetOfCollected(materials),
      ...unmetOfMarks(filing.confidential ?? [], items, 'confidential'),
    ],
    (rules) => intakeRefusals.refuse('application-not-possible', rules),
  );
  const state: Application = {
    id: filing.id,
    number: filing.number,
    ...(filing.queryCode !== undefined && { queryCode: filing.queryCode }),
    status: applicationLifecycle.initial,
    region: filing.region,
    applicantAccount: filing.by.id,
    applicant: filing.applicant,
    contact: filing.contact,
    premises: filing.premises,
    ...(filing.bundle !== undefined && { bundle: filing.bundle }),
    jointInspection: (catalogue.bundle?.jointInspection ?? []).filter((code) =>
      filing.items.includes(code),
    ),
    ...(filed.form && { form: filed.form, answers: filed.answers ?? {} }),
    ...(filed.plan && { plan: filed.plan, decisive: filed.decisive ?? [] }),
    ...(catalogue.bundle?.handling && { handling: catalogue.bundle.handling }),
    items,
    materials,
    ...(filing.confidential?.length && { confidential: filing.confidential }),
    electronicService: filing.electronicService,
    receivedAt: now,
    answerBy: termFrom(now, { unit: 'working-day', days: workingDaysToAccept }, calendar),
    answerWithin: workingDaysToAccept,
    tracks: [],
    papers: [],
    results: [],
  };
  return { state, events: [{ type: 'application-submitted', number: filing.number }] };
}

const appliedItem = (
  { item, edition }: CatalogueItem,
  materials: PublishedItem['materials'],
): Application['items'][number] => ({
  code: item.code,
  edition,
  name: item.name,
  decidingAgency: item.decidingAgency,
  decidingAgencyName: item.decidingAgencyName,
  ...(item.supervisingDepartment !== undefined && {
    supervisingDepartment: item.supervisingDepartment,
  }),
  statutoryTerm: item.statutoryTerm,
  ...(item.promisedTerm !== undefined && { promisedTerm: item.promisedTerm }),
  ...(item.warnings && { warnings: item.warnings }),
  siteVisit: item.siteVisit,
  resultName: item.resultName,
  ...(item.validityYears !== undefined && { validityYears: item.validityYears }),
  ...(item.lapse && { lapse: item.lapse }),
  materials,
});

const unmetOfDeclaration = ({ truthDeclared }: Filing): readonly UnmetRule[] =>
  truthDeclared
    ? []
    : [
        unmet(
          'truth-declared',
          '请声明对材料实质内容的真实性负责。',
          'Declare that you answer for the truth of the materials.',
          {
            path: 'truthDeclared',
            source: '行政许可法 31',
          },
        ),
      ];

function unmetOfApplicant({ applicant, by }: Filing): readonly UnmetRule[] {
  const reading = readCreditCode(applicant.creditCode);
  const invalid = unmetAt(reading, 'applicant.creditCode');
  const foreign =
    by.organisation === applicant.creditCode
      ? []
      : [
          unmet(
            'applicant-is-own-organisation',
            '只能以本账号所属单位的名义申请；代办请由委托单位授权。',
            'Apply in the name of the organisation of this account only.',
            { path: 'applicant.creditCode' },
          ),
        ];
  return [...invalid, ...foreign];
}

function unmetOfItems({ items, bundle }: Filing, catalogue: Catalogue): readonly UnmetRule[] {
  const at = (code: string) => ({ path: `items.${items.indexOf(code)}` });
  return [
    ...repeated(items).map((code) =>
      unmet(
        'item-applied-for-once',
        `事项“${code}”重复，请删去一个。`,
        `The item "${code}" is named twice; remove one.`,
        at(code),
      ),
    ),
    ...items
      .filter((code) => !catalogue.items.has(code))
      .map((code) =>
        unmet(
          'item-published',
          `没有发布名为“${code}”的事项，请从办事指南选择。`,
          `No item "${code}" is published; choose one from the guide.`,
          at(code),
        ),
      ),
    ...items.flatMap((code) => {
      const retired = catalogue.items.get(code)?.retired;
      return retired === undefined
        ? []
        : [
            unmet(
              'item-in-force',
              `事项“${code}”已于 ${retired.on} 停止实施（${retired.reason}），不再受理申请。`,
              `The item "${code}" ended on ${retired.on} (${retired.reason}); nothing can be applied for under it.`,
              { path: 'items' },
            ),
          ];
    }),
    ...(bundle !== undefined && catalogue.bundle === undefined
      ? [
          unmet(
            'bundle-published',
            `没有发布名为“${bundle}”的“一件事”。`,
            `No bundle "${bundle}" is published.`,
            { path: 'bundle' },
          ),
        ]
      : []),
    ...(catalogue.bundle === undefined
      ? []
      : items.filter((code) => !belongsTo(catalogue.bundle, code))
    ).map((code) =>
      unmet(
        'item-belongs-to-bundle',
        `事项“${code}”不属于该“一件事”，请另行申请。`,
        `The item "${code}" is not part of the bundle; apply for it on its own.`,
        at(code),
      ),
    ),
  ];
}

const belongsTo = (bundle: Bundle | undefined, code: string): boolean =>
  bundle?.items.includes(code) === true ||
  bundle?.plan?.nodes.some(({ item }) => item === code) === true;

/** Files must have been uploaded by the applicant, and no material outside the guide may be asked for or kept (许可法 31). */
export function unmetOfHandedIn(
  handedIn: readonly HandedIn[],
  by: Person,
  items: readonly Pick<PublishedItem, 'materials'>[],
): readonly UnmetRule[] {
  const asked = new Set(items.flatMap(({ materials }) => materials.map(({ code }) => code)));
  return handedIn.flatMap((each) => [
    ...('unreadable' in each
      ? each.unreadable.map((rule) => ({ path: `${each.path}.fileReceipt`, ...rule }))
      : []),
    ...('file' in each && each.uploadedBy !== by.id
      ? [
          unmet(
            'file-uploaded-by-applicant',
            '该文件不是本账号上传的，请重新上传。',
            'This file was not uploaded by this account; upload it again.',
            {
              path: `${each.path}.fileReceipt`,
            },
          ),
        ]
      : []),
    ...(asked.has(each.material) || items.length === 0
      ? []
      : [
          unmet(
            'material-in-guide',
            `办事指南没有要求材料“${each.material}”，请勿提交。`,
            `The guide does not ask for "${each.material}"; leave it out.`,
            { path: `${each.path}.material`, source: '行政许可法 31' },
          ),
        ]),
  ]);
}

/** Puts what was handed in beside what is held already; `replaced` materials begin anew. */
export function collect(
  held: readonly HeldMaterial[],
  handedIn: readonly HandedIn[],
  items: Application['items'],
  replaced: ReadonlySet<string> = new Set(),
): readonly HeldMaterial[] {
  const names = new Map(allMaterialsAsked({ items }).map(({ code, name }) => [code, name]));
  const files = new Map(
    held.map((each) => [each.material, replaced.has(each.material) ? [] : [...each.files]]),
  );
  for (const each of handedIn) {
    if ('file' in each) files.set(each.material, [...(files.get(each.material) ?? []), each.file]);
  }
  return [...files].map(([material, list]) => ({
    material,
    name: names.get(material) ?? material,
    files: list,
  }));
}
