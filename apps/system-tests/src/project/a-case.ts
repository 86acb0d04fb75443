import type {
  ArrangeInspectionReply,
  DecideTrackReply,
  FindCaseReply,
  RecordNodeReply,
  SignChecklistReply,
} from '@onewindow/contracts';
import { personOf, type Cast, type GatewayClient } from '@onewindow/tools';
import { MORNING } from '../a-city.js';

type TrackView = FindCaseReply['tracks'][number];
type StageView = NonNullable<TrackView['stages']>[number];
type Desk = Readonly<Record<StageView['role'], GatewayClient>>;

const BUREAU = 'bureau';
const FIRE_BRIGADE = 'fire-rescue';

/** One case whose tracks are taken through the stages that their processes say, each by an officer who may. */
export class CaseOnItsWay {
  private readonly desks: ReadonlyMap<string, Desk>;

  constructor(
    private readonly cast: Cast,
    readonly caseNumber: string,
  ) {
    this.desks = new Map<string, Desk>([
      [
        BUREAU,
        {
          approver: cast.approver,
          inspector: cast.inspector,
          'decision-officer': cast.decisionOfficer,
          'agency-head': cast.head,
        },
      ],
      [
        FIRE_BRIGADE,
        {
          approver: cast.fireApprover,
          inspector: cast.fireInspector,
          'decision-officer': cast.fireDecisionOfficer,
          'agency-head': cast.fireHead,
        },
      ],
    ]);
  }

  shown(): Promise<FindCaseReply> {
    return this.cast.auditor.get<FindCaseReply>(`/api/cases/${this.caseNumber}`);
  }

  async track(item: string): Promise<TrackView> {
    const found = (await this.shown()).tracks.find((each) => each.item === item);
    if (found === undefined) throw new TypeError(`the case has no track of ${item}`);
    return found;
  }

  /** Everything that comes before the decision, but for the visit. */
  async prepare(item: string): Promise<void> {
    const track = await this.track(item);
    for (const stage of track.stages ?? []) await this.pass(track, stage);
  }

  async decide(item: string): Promise<DecideTrackReply> {
    const track = await this.track(item);
    const stage = track.stages?.find(({ kind }) => kind === 'decision');
    return this.officer(track.agency, stage?.role ?? 'decision-officer').post<DecideTrackReply>(
      this.at(item, 'decision'),
      { outcome: 'granted', reasons: [], legalBasis: ['行政许可法 38'] },
    );
  }

  async grant(...items: readonly string[]): Promise<void> {
    for (const item of items) {
      await this.prepare(item);
      await this.decide(item);
    }
  }

  /** The window records what came of a node that no track decides; told are the items that waited for it. */
  async record(node: string): Promise<readonly string[]> {
    const path = `/api/cases/${this.caseNumber}/nodes/${node}/result`;
    const request = { outcome: 'done', evidence: `海建〔2026〕${node}号` };
    return (await this.cast.clerk.post<RecordNodeReply>(path, request)).told;
  }

  /** One joint visit, every checklist signed by both inspectors of its agency. */
  async visit(items: readonly string[]): Promise<SignChecklistReply['inspectionStatus']> {
    const { approver, inspector, secondInspector, fireInspector, secondFireInspector } = this.cast;
    const points = [{ point: 'as-built', requirement: '与批准的图纸一致' }];
    const { inspectionId } = await approver.post<ArrangeInspectionReply>(
      `/api/cases/${this.caseNumber}/inspections`,
      {
        items,
        scheduledAt: MORNING,
        inspectors: [
          { ...personOf('inspector'), agency: BUREAU },
          { ...personOf('secondInspector'), agency: BUREAU },
          { ...personOf('fireInspector'), agency: FIRE_BRIGADE },
          { ...personOf('secondFireInspector'), agency: FIRE_BRIGADE },
        ],
        checklists: items.map((item) => ({ item, points })),
      },
    );
    let status: SignChecklistReply['inspectionStatus'] = 'arranged';
    for (const item of items) {
      const { agency } = await this.track(item);
      const path = `/api/inspections/${inspectionId}/checklists/${item}`;
      const [first, second] =
        agency === BUREAU ? [inspector, secondInspector] : [fireInspector, secondFireInspector];
      await first.post(path, { findings: [{ point: 'as-built', result: 'met' }] });
      await first.post(`${path}/signatures`);
      const signed = await second.post<SignChecklistReply>(`${path}/signatures`);
      status = signed.inspectionStatus;
    }
    return status;
  }

  private async pass({ item, agency }: TrackView, stage: StageView): Promise<void> {
    const { code, kind, role, status } = stage;
    if (status === 'done' || kind === 'decision' || kind === 'inspection') return;
    const officer = this.officer(agency, role);
    if (kind !== 'review')
      await officer.post(this.at(item, `stages/${code}/completion`), { outcome: '通过' });
    else
      await officer.post(this.at(item, 'opinion'), {
        recommendation: 'grant',
        grounds: ['材料齐全'],
      });
  }

  private officer(agency: string, role: StageView['role']): GatewayClient {
    const desk = this.desks.get(agency);
    if (desk === undefined) throw new TypeError(`nobody of ${agency} plays here`);
    return desk[role];
  }

  private readonly at = (item: string, act: string) =>
    `/api/cases/${this.caseNumber}/tracks/${item}/${act}`;
}
