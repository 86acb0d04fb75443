import type { FindApplicationReply, FindCaseReply } from '@onewindow/contracts';
import { fullItem, GatewayClient, until } from '@onewindow/tools';
import type { City } from '../a-city.js';
import { aPrintedPaper } from '../a-printed-paper.js';
import { anAcceptedCase, type AcceptedCase } from '../an-accepted-case.js';

export const TRAVEL_AGENCY = 'travel-agency-permit';

/** The bureau reviews it first; its process names the agency of the province that decides. */
const PUBLISHED = {
  ...fullItem({
    code: TRAVEL_AGENCY,
    name: '旅行社业务经营许可',
    resultName: '旅行社业务经营许可证',
    keywords: [],
    theme: 'tourism',
    at: 0,
    agency: 'bureau',
    agencyName: '海棠市行政审批服务局',
  }),
  siteVisit: false,
};

/** One filing that the city reviews first and the province decides (许可法 35). */
export class TravelAgency {
  private constructor(
    private readonly city: City,
    private readonly filed: AcceptedCase,
  ) {}

  static async accepted(city: City): Promise<TravelAgency> {
    const { code, ...item } = PUBLISHED;
    await city.cast.administrator.put(`/api/items/${code}`, { ...item });
    return new TravelAgency(city, await anAcceptedCase(city, code));
  }

  get caseNumber(): string {
    return this.filed.caseNumber;
  }

  at(act: string): string {
    return `/api/cases/${this.caseNumber}/tracks/${TRAVEL_AGENCY}/${act}`;
  }

  get path(): string {
    return `/api/applications/${this.filed.applicationId}`;
  }

  /** As the applicant sees it. */
  async track(): Promise<FindCaseReply['tracks'][number]> {
    const { owner } = this.city.cast;
    const [track] = (await owner.get<FindCaseReply>(`/api/cases/${this.caseNumber}`)).tracks;
    if (track === undefined) throw new TypeError('the case has no track');
    return track;
  }

  /** Intake hears of the report, and of the result, a moment later. */
  applicationOnce(
    what: string,
    holds: (application: FindApplicationReply) => boolean,
  ): Promise<FindApplicationReply> {
    return until(what, async () => {
      const application = await this.city.cast.owner.get<FindApplicationReply>(this.path);
      return holds(application) ? application : undefined;
    });
  }

  /** What stands on a paper. */
  async printed(kind: FindApplicationReply['papers'][number]['kind']): Promise<string> {
    const application = await this.city.cast.owner.get<FindApplicationReply>(this.path);
    return (await aPrintedPaper(this.city, application, kind)).text;
  }

  /** The status that somebody gets who asks for a file that was handed in. */
  async fileFor(account: string): Promise<number> {
    const { materials } = await this.city.cast.owner.get<FindApplicationReply>(this.path);
    const [file] = materials.flatMap(({ files }) => files);
    const { url, accounts } = this.city.platform;
    const password = accounts.find(({ id }) => id === account)?.password;
    const anybody = GatewayClient.anonymous(url);
    const { token } = await anybody.post<{ token: string }>('/api/session', { account, password });
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}${this.path}/files/${file?.hash ?? ''}`, { headers });
    await response.arrayBuffer();
    return response.status;
  }
}
