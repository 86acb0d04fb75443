/** How a cell of the exchange table is read: text, one entry a line, one exclusion of a term a line, a whole number, 1 or 0, JSON, or a national code. */
export type CellKind =
  'text' | 'lines' | 'exclusions' | 'whole' | 'flag' | 'json' | Readonly<Record<string, string>>;

export interface Column {
  /** As the national exchange tables name it, where they do. */
  readonly name: string;
  /** Dotted path of the field. */
  readonly path: string;
  readonly kind: CellKind;
}

const columns = (...rows: readonly (readonly [string, string, CellKind?])[]): readonly Column[] =>
  rows.map(([name, path, kind = 'text']) => ({ name, path, kind }));

const TYPES = {
  '01': 'administrative-permit',
  '02': 'administrative-penalty',
  '03': 'administrative-coercion',
  '04': 'administrative-levy',
  '05': 'administrative-benefit',
  '06': 'administrative-inspection',
  '07': 'administrative-confirmation',
  '08': 'administrative-reward',
  '09': 'administrative-adjudication',
  '10': 'other-administrative-power',
  '20': 'public-service',
  '99': 'other',
};
const POWERS = {
  '1': 'statutory',
  '2': 'delegated-by-superior',
  '3': 'authorised-by-superior',
  '4': 'authorised-by-peer',
  '5': 'entrusted-by-superior',
  '6': 'entrusted-by-peer',
};
const UNITS = { '1': 'working-day', '2': 'calendar-day' };
const HANDLINGS = { '1': 'on-the-spot', '2': 'promised' };
const DEPTHS = { '1': 'information', '2': 'booking', '3': 'preliminary', '4': 'complete' };
const RESULTS = { '10': 'licence', '20': 'approval-document', '30': 'other' };

/** One row for each item. What no column holds stands in `other_fields`, so that nothing is lost. */
export const ITEM_COLUMNS = columns(
  ['publication', 'publication'],
  ['task_name', 'name'],
  ['task_type', 'itemType', TYPES],
  ['catalog_code', 'basicCode'],
  ['local_catalog_code', 'localCode'],
  ['task_code', 'implementationCode'],
  ['use_level', 'level'],
  ['power_source', 'powerSource', POWERS],
  ['dept_code', 'decidingAgency'],
  ['dept_name', 'decidingAgencyName'],
  ['supervise_dept', 'supervisingDepartment'],
  ['by_law', 'legalBasis', 'lines'],
  ['accept_condition', 'conditions', 'lines'],
  ['handle_flow', 'procedure', 'lines'],
  ['project_type', 'handlingType', HANDLINGS],
  ['anticipate_day', 'statutoryTerm.days', 'whole'],
  ['anticipate_type', 'statutoryTerm.unit', UNITS],
  ['anticipate_explain', 'statutoryTerm.source'],
  ['anticipate_exclude', 'statutoryTerm.exclusions', 'exclusions'],
  ['promise_day', 'promisedTerm.days', 'whole'],
  ['promise_type', 'promisedTerm.unit', UNITS],
  ['promise_explain', 'promisedTerm.source'],
  ['promise_exclude', 'promisedTerm.exclusions', 'exclusions'],
  ['limit_explain', 'quantityLimit'],
  ['is_fee', 'charged', 'flag'],
  ['fee_basis', 'feeBasis'],
  ['is_pay_online', 'paidOnline', 'flag'],
  ['is_site_visit', 'siteVisit', 'flag'],
  ['result_name', 'resultName'],
  ['result_type', 'resultType', RESULTS],
  ['result_sample', 'resultSample'],
  ['validity_years', 'validityYears', 'whole'],
  ['limit_scene_num', 'visits', 'whole'],
  ['limit_scene_explain', 'visitReason'],
  ['online_handle_depth', 'onlineDepth', DEPTHS],
  ['link_way', 'consultation'],
  ['supervise_way', 'complaints'],
  ['topic', 'themes', 'lines'],
  ['life_event', 'lifeEvents', 'lines'],
  ['keyword', 'keywords', 'lines'],
  ['other_fields', '', 'json'],
);

/** One row for each material, below its item. */
export const MATERIAL_COLUMNS = columns(
  ['material_code', 'code'],
  ['material_name', 'name'],
  ['material_type', 'kind', { '1': 'certificate', '2': 'form', '3': 'other' }],
  ['material_format', 'format', { '1': 'paper', '2': 'electronic', '3': 'either' }],
  ['is_need', 'necessity', { '1': 'required', '2': 'optional', '3': 'may-follow' }],
  ['source', 'source', { '10': 'applicant', '20': 'government', '99': 'intermediary' }],
  ['page_num', 'copies', 'whole'],
  ['accept_stand', 'acceptanceStandard'],
  ['fill_explain', 'fillingNote'],
  ['material_by_law', 'basis'],
  ['shared_from', 'sharedFrom'],
  ['service_type', 'intermediaryService'],
  ['other_fields', '', 'json'],
);

export const QUESTION_COLUMNS = columns(['question', 'question'], ['answer', 'answer']);

/** One row for each implementation in a district. */
export const IMPLEMENTATION_COLUMNS = columns(
  ['district', 'district'],
  ['use_level', 'level'],
  ['power_source', 'powerSource', POWERS],
  ['dept_code', 'agency'],
  ['dept_name', 'agencyName'],
  ['dept_credit_code', 'agencyCreditCode'],
  ['task_code', 'implementationCode'],
  ['promise_day', 'promisedTerm.days', 'whole'],
  ['promise_type', 'promisedTerm.unit', UNITS],
  ['promise_explain', 'promisedTerm.source'],
  ['handle_area', 'area'],
  ['other_fields', '', 'json'],
);

/** What a row is about, in its column `record`. */
export const RECORDS = {
  item: ITEM_COLUMNS,
  material: MATERIAL_COLUMNS,
  question: QUESTION_COLUMNS,
  implementation: IMPLEMENTATION_COLUMNS,
} as const;

export type RecordName = keyof typeof RECORDS;

/** The heading of a whole file. */
export const HEADING: readonly string[] = [
  ...new Set([
    'record',
    'item_code',
    ...Object.values(RECORDS).flatMap((each) => each.map(({ name }) => name)),
  ]),
];
