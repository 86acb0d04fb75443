import { readCreditCode } from '@onewindow/identifiers';
import { ROLES, type Role, type UnmetRule } from '@onewindow/kernel';
import type { StoredAccount } from '../platform/account-file.js';

/** An account as somebody at a terminal asks for it. */
export interface AskedAccount {
  readonly id: string;
  readonly name: string;
  /** Separated by commas. */
  readonly roles: string;
  readonly region: string;
  readonly department: string | undefined;
  readonly organisation: string | undefined;
  readonly organisationName: string | undefined;
}

/** These act for a department or an agency, and see what is its own. */
const OFFICERS: readonly Role[] = [
  'window-clerk',
  'approver',
  'inspector',
  'decision-officer',
  'agency-head',
  'supervisor',
  'market-operator',
];

const rolesOf = ({ roles }: AskedAccount): readonly string[] =>
  roles
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const isRole = (text: string): text is Role => ROLES.some((each) => each === text);

const requirements: Readonly<
  Record<string, { holds: (asked: AskedAccount) => boolean; zh: string; en: string }>
> = {
  'account-named': {
    holds: ({ id }) => /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,99}$/u.test(id),
    zh: '--id 须为 1 至 100 个字母、数字或 . _ @ -，以字母或数字开头。',
    en: '--id must be 1 to 100 letters, digits or . _ @ -, and begin with a letter or a digit.',
  },
  'person-named': {
    holds: ({ name }) => name.trim() !== '' && name.length <= 100,
    zh: '--name 须写明姓名，至多 100 字。',
    en: '--name must say who it is, in at most 100 characters.',
  },
  'roles-known': {
    holds: (asked) => rolesOf(asked).length > 0 && rolesOf(asked).every(isRole),
    zh: `--roles 须从下列角色中选取，以逗号分隔：${ROLES.join('、')}。`,
    en: `--roles must be some of these, separated by commas: ${ROLES.join(', ')}.`,
  },
  'region-of-six-digits': {
    holds: ({ region }) => /^\d{6}$/.test(region),
    zh: '--region 须为六位行政区划代码。',
    en: '--region must be a region code of six digits.',
  },
  'department-stated': {
    holds: (asked) =>
      asked.department === undefined
        ? !rolesOf(asked).some((each) => OFFICERS.some((officer) => officer === each))
        : /^[a-z][a-z0-9-]{0,99}$/.test(asked.department),
    zh: '工作人员须以 --department 写明所属部门代码（如 bureau）。',
    en: 'An officer’s --department must be the code of a department, for instance bureau.',
  },
  'organisation-stated': {
    holds: (asked) =>
      asked.organisation === undefined
        ? !rolesOf(asked).includes('intermediary')
        : readCreditCode(asked.organisation).ok && asked.organisationName !== undefined,
    zh: '中介机构人员须写明 --organisation（统一社会信用代码）和 --organisation-name。',
    en: 'Who acts for an agency of the market needs --organisation, a valid unified social credit code, and --organisation-name.',
  },
};

/** Everything that is wrong with an account at once, by the option that says it. */
export const unmetOf = (asked: AskedAccount): readonly UnmetRule[] =>
  Object.entries(requirements).flatMap(([rule, { holds, zh, en }]) =>
    holds(asked) ? [] : [{ rule, message: { zh, en } }],
  );

/** The account without its password; only for what {@link unmetOf} finds nothing in. */
export const accountOf = (asked: AskedAccount): Omit<StoredAccount, 'passwordHash'> => {
  const { id, name, region, department, organisation, organisationName } = asked;
  return {
    id,
    name,
    roles: rolesOf(asked).filter(isRole),
    region,
    ...(department !== undefined && { department }),
    ...(organisation !== undefined && { organisation }),
    ...(organisationName !== undefined && { organisationName }),
  };
};
