import { DEMONSTRATION_ITEMS } from '../../demonstration/items.js';
import { accountOf, type Stage } from '../../story/cast.js';
import { GatewayClient } from '../../story/gateway-client.js';
import { aPdf } from '../../story/paper-files.js';

/** An item with a supervising department and without a visit to the place. */
export const ITEM = 'drainage-permit';
/** What is missing at first. */
export const LATE_MATERIAL = 'water-quality-report';

const PARTS = ['owner', 'clerk', 'approver', 'decisionOfficer', 'cityManager'] as const;

interface Material {
  readonly material: string;
  readonly fileReceipt: string;
}

/** The people of every case, signed in once, and what they hand in again and again. */
export interface Troupe {
  /** `Authorization` headers. */
  readonly headers: Readonly<Record<(typeof PARTS)[number], string>>;
  readonly materials: ReadonlyMap<string, Material>;
  readonly filing: object;
  readonly correction: object;
  readonly legalBasis: readonly string[];
}

/** Signs the people of a case in and uploads each material once. */
export async function assembleTroupe(stage: Stage, owner: GatewayClient): Promise<Troupe> {
  const item = DEMONSTRATION_ITEMS.find(({ code }) => code === ITEM);
  if (item === undefined) throw new TypeError(`the demonstration city has no ${ITEM}`);
  const signedIn = await Promise.all(
    PARTS.map(async (part) => [part, `Bearer ${await signIn(stage, accountOf(part))}`] as const),
  );
  const required = item.materials.filter(({ necessity }) => necessity === 'required');
  const uploaded = await Promise.all(
    required.map(async ({ code }): Promise<Material> => {
      const name = `${code}.pdf`;
      const fileReceipt = await owner.upload(name, aPdf(`Material ${code}`), 'application/pdf');
      return { material: code, fileReceipt };
    }),
  );
  const materials = new Map(uploaded.map((each) => [each.material, each]));
  return {
    headers: Object.fromEntries(signedIn) as Troupe['headers'],
    materials,
    filing: {
      items: [ITEM],
      applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
      contact: { name: '林悦', phone: '13900000001' },
      premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
      materials: uploaded.filter(({ material }) => material !== LATE_MATERIAL),
      truthDeclared: true,
      electronicService: true,
    },
    correction: {
      remarks: [
        {
          material: LATE_MATERIAL,
          problem: 'missing',
          explanation: '请补交排水水质、水量检测报告（受理前一个月内出具）。',
        },
      ],
    },
    legalBasis: item.legalBasis,
  };
}

async function signIn({ url, passwords }: Stage, account: string): Promise<string> {
  const password = passwords.get(account);
  if (password === undefined) throw new Error(`no password is known for ${account}`);
  const anonymous = GatewayClient.anonymous(url);
  const { token } = await anonymous.post<{ token: string }>('/api/session', { account, password });
  return token;
}
