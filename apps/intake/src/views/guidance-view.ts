import type {
  FindGuidanceReply,
  FindGuidanceRequest,
  FollowGuidanceReply,
  FollowGuidanceRequest,
  GuidanceOutcome,
  ItemAhead,
} from '@onewindow/contracts';
import { materialsTogether } from '../domain/catalogue/merged-materials.js';
import { followGuidance } from '../domain/guidance/follow.js';
import type { Guidance, GuidanceVersion, GuidingOutcome } from '../domain/guidance/guidance.js';
import { intakeRefusals } from '../domain/refusals.js';
import type { Bundle, CatalogueItem, PublishedItem } from '../domain/service-item.js';

/** Reads what is stored of questions that lead. */
export interface StoredGuidance {
  guidance(code: string): Promise<Guidance | undefined>;
  version(code: string, version: number): Promise<GuidanceVersion | undefined>;
  item(code: string): Promise<CatalogueItem | undefined>;
  bundle(code: string): Promise<Bundle | undefined>;
}

/** Questions that lead 情形引导. Whoever answers is nobody: nothing is kept of it. */
export class GuidanceView {
  constructor(private readonly stored: StoredGuidance) {}

  async guidance({ code, version }: FindGuidanceRequest): Promise<FindGuidanceReply> {
    const found =
      version === undefined
        ? await this.stored.guidance(code)
        : await this.stored.version(code, version);
    if (found === undefined) throw intakeRefusals.refuse('not-found');
    const { id: _, ...tree } = found;
    return onWire({ ...tree, code });
  }

  async follow({ code, answers }: FollowGuidanceRequest): Promise<FollowGuidanceReply> {
    const tree = await this.stored.guidance(code);
    if (tree === undefined) throw intakeRefusals.refuse('not-found');
    const { answered, question, outcome } = followGuidance(tree, answers);
    const { next: _, ...asked } = question ?? { next: [] };
    return {
      version: tree.version,
      answered: [...answered],
      ...(question && { question: asked }),
      ...(outcome && { outcome: await this.ahead(outcome, tree.bundle) }),
    } as FollowGuidanceReply;
  }

  /** What the catalogue says today of the items that an outcome names. */
  private async ahead(
    { eligible, reasons, items }: GuidingOutcome,
    leadsTo: string | undefined,
  ): Promise<GuidanceOutcome> {
    const bundle = leadsTo === undefined ? undefined : await this.stored.bundle(leadsTo);
    const found = await Promise.all(items.map((code) => this.stored.item(code)));
    const offered = found.flatMap((item) =>
      item === undefined || item.retired !== undefined ? [] : [item.item],
    );
    const codes = new Set(offered.map(({ code }) => code));
    const notOffered = items.filter((code) => !codes.has(code));
    return onWire({
      eligible,
      reasons,
      items: offered.map(itemAhead),
      materials: materialsTogether(offered, bundle?.plan ?? WITHOUT_ORDER),
      ...(notOffered.length > 0 && { notOffered }),
    });
  }
}

/** No bundle orders the items, so each is applied for with everything that it asks for. */
const WITHOUT_ORDER = { nodes: [], edges: [] };

const itemAhead = (item: PublishedItem): ItemAhead =>
  onWire({
    item: item.code,
    name: item.name,
    decidingAgencyName: item.decidingAgencyName,
    statutoryTerm: item.statutoryTerm,
    ...(item.promisedTerm && { promisedTerm: item.promisedTerm }),
    charged: item.charged,
    ...(item.fees && { fees: item.fees }),
  });

/** The tree and the items were validated under the contract's classes when they were published. */
const onWire = <Reply>(value: object): Reply => {
  const { publishedAt: _, ...rest } = value as { readonly publishedAt?: unknown };
  return rest as Reply;
};
