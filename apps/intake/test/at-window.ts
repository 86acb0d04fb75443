import { randomUUID } from 'node:crypto';
import {
  AcceptApplicationV1,
  CaseDecidedV1,
  FindApplicationV1,
  PublishItemV1,
  RequestCorrectionV1,
  ResubmitApplicationV1,
  SubmitApplicationV1,
  TrackDecidedV1,
  type PayloadOf,
  type RequestOf,
} from '@onewindow/contracts';
import type { Instant, Person } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import type { Centre } from './a-centre.js';
import { people } from './people.js';
import { anItem, aServiceItem } from './situations.js';

export const WITHIN = { withinMs: 60_000 };

type TrackDecided = PayloadOf<typeof TrackDecidedV1>;
type Filed = RequestOf<typeof SubmitApplicationV1>;

export const BOTH_REMARKS = [
  { material: 'report', problem: 'missing', explanation: '请补交检测报告' },
  { material: 'form', problem: 'wrong', explanation: '缺签章' },
] as const;

/** What a spec does again and again at the window. */
export const atWindow = (centre: () => Centre) => {
  const handedIn = async (by: Person, ...materials: string[]) =>
    Promise.all(
      materials.map(async (material) => ({
        material,
        fileReceipt: await centre().receipt(by.id, `${material}.pdf`),
      })),
    );

  const filing = async (change: Partial<Filed> = {}, by = people.owner): Promise<Filed> => ({
    items: [anItem().code],
    applicant: { name: by.organisationName!, creditCode: by.organisation! },
    contact: { name: '林悦', phone: '13900000001' },
    premises: { name: '临江小馆', address: '临江路18号' },
    materials: await handedIn(by, 'form', 'report'),
    truthDeclared: true,
    electronicService: true,
    ...change,
  });

  const find = (applicationId: string, person: Person = people.clerk) =>
    centre().ask(FindApplicationV1, person, { applicationId });

  const submit = async (change: Partial<Filed> = {}, by = people.owner): Promise<string> => {
    const request = await filing(change, by);
    return (await centre().ask(SubmitApplicationV1, by, request)).applicationId;
  };

  const accept = (applicationId: string, person = people.clerk) =>
    centre().ask(AcceptApplicationV1, person, { applicationId });

  return {
    handedIn,
    filing,
    find,
    submit,
    accept,

    publish: (change: Parameters<typeof aServiceItem>[0] = {}) =>
      centre().ask(PublishItemV1, people.administrator, aServiceItem(change)),

    /** Files with the form alone: the required report is missing. */
    submitIncomplete: async (change: Partial<Filed> = {}) =>
      submit({ materials: await handedIn(people.owner, 'form'), ...change }),

    requestCorrection: (applicationId: string, person = people.clerk) =>
      centre().ask(RequestCorrectionV1, person, { applicationId, remarks: [...BOTH_REMARKS] }),

    resubmit: async (applicationId: string, by = people.owner) =>
      centre().ask(ResubmitApplicationV1, by, {
        applicationId,
        materials: await handedIn(by, 'form', 'report'),
      }),

    accepted: async (change: Partial<Filed> = {}) => {
      const applicationId = await submit(change);
      return { applicationId, ...(await accept(applicationId)) };
    },

    /** The bureau tells how it decided the one item of a case, and that no more is to come. */
    decide: async (
      { applicationId, caseNumber }: { applicationId: string; caseNumber: string },
      decidedAt: Instant,
      change: Partial<TrackDecided> = {},
    ): Promise<void> => {
      const { bureau } = centre();
      await bureau.say(TrackDecidedV1, randomUUID(), {
        ...grantOf(applicationId, caseNumber, decidedAt),
        ...change,
      });
      await bureau.say(CaseDecidedV1, caseNumber, { applicationId, caseNumber, decidedAt });
      await eventually(
        async () => expect((await find(applicationId)).status).toBe('decided'),
        WITHIN,
      );
    },

    facts: async (applicationId: string): Promise<string[]> =>
      (await centre().trace(applicationId)).entries.map(({ name }) => name),
  };
};

export const grantOf = (
  applicationId: string,
  caseNumber: string,
  decidedAt: Instant,
): TrackDecided => ({
  applicationId,
  caseNumber,
  item: anItem().code,
  itemName: anItem().name,
  decision: {
    number: `决-${caseNumber}`,
    outcome: 'granted',
    decidedAt,
    agency: 'bureau',
    agencyName: '海棠市行政审批服务局',
    reasons: [],
  },
  licence: {
    number: `证-${caseNumber}`,
    name: '排水许可证',
    validFrom: '2026-05-14',
    verificationCode: 'abcdefghij',
  },
});
