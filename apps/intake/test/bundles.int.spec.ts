import {
  ApplicationAcceptedV1,
  ExportCatalogueV1,
  FindBundleDraftV1,
  FindBundleV1,
  FindGuidanceV1,
  FindImportV1,
  FollowGuidanceV1,
  ImportCatalogueV1,
  ListBundleEditionsV1,
  PublishBundleDraftV1,
  PublishBundleV1,
  PublishGuidanceV1,
  PublishItemV1,
  RequestCorrectionV1,
  ResubmitApplicationV1,
  ReviewBundleDraftV1,
  SaveBundleDraftV1,
  type PublishBundleRequest,
  type PublishGuidanceRequest,
  type ServiceItem,
} from '@onewindow/contracts';
import type { Answers, Refusal } from '@onewindow/kernel';
import { verifyJournal } from '@onewindow/journal';
import { eventually } from '@onewindow/testing';
import pg from 'pg';
import { teaHouseForm, teaHouseItems, teaHousePlan } from './a-bundle.js';
import { Centre } from './a-centre.js';
import { aTree } from './a-tree.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { RECEIVED } from './situations.js';

const { administrator, auditor, clerk, owner } = people;

let centre: Centre;
const { accept, find, handedIn, submit } = atWindow(() => centre);

beforeAll(async () => {
  centre = await Centre.open(RECEIVED);
  for (const item of teaHouseItems()) {
    await centre.ask(PublishItemV1, administrator, item as ServiceItem);
  }
});

afterAll(() => centre.close());

const teaHouse = (change: Partial<PublishBundleRequest> = {}): PublishBundleRequest => ({
  code: 'tea-house',
  name: '开茶馆一件事',
  items: [],
  jointInspection: [],
  plan: teaHousePlan() as PublishBundleRequest['plan'],
  form: { ...teaHouseForm() },
  ...change,
});
const publish = (change: Partial<PublishBundleRequest> = {}) =>
  centre.ask(PublishBundleV1, administrator, teaHouse(change));
const refusalOf = (asked: Promise<unknown>): Promise<Refusal> =>
  asked.then(
    () => Promise.reject(new Error('it was not refused')),
    (refusal: unknown) => refusal as Refusal,
  );

const SMALL: Answers = { public: true, sells: ['tea'], name: '清风', area: 80 };
const LARGE: Answers = { ...SMALL, area: 350, exits: 2 };

describe('A bundle with a plan', () => {
  it('is refused as a whole with every fault by its place', async () => {
    const plan = teaHousePlan();
    const { unmet, code } = await refusalOf(
      publish({
        items: ['fire-check'],
        plan: {
          ...plan,
          nodes: plan.nodes.map((node) =>
            node.id === 'tobacco' ? { ...node, when: { field: 'smokes', equals: true } } : node,
          ),
          edges: [...plan.edges, { from: 'tobacco', to: 'name-check', type: 'hard' }],
        } as PublishBundleRequest['plan'],
      }),
    );

    expect(code).toBe('bundle-not-publishable');
    expect(unmet.map(({ rule, path }) => `${rule} ${path ?? ''}`)).toEqual([
      'no-cycle plan.edges.4',
      'condition-field-known plan.nodes.4.when.field',
      'follows-from-the-plan items',
    ]);
  });

  it('is shown with one form and one set of materials, and keeps its editions', async () => {
    const published = await publish({ basedOn: 0 });
    const found = await centre.ask(FindBundleV1, undefined, { code: 'tea-house' });

    expect(published).toMatchObject({ edition: 1, notes: [{ rule: 'not-offered-here' }] });
    expect(found.form?.['x-order']).toEqual(['public', 'sells', 'name', 'area', 'exits']);
    expect(found.materials?.map(({ code, items }) => [code, items])).toEqual([
      ['identity', ['business-licence']],
      ['floor-plan', ['food-permit', 'fire-check']],
      ['lease', ['tobacco-permit']],
    ]);
    expect(found.conditions?.map(({ node }) => node)).toEqual(['fire', 'tobacco']);

    await publish({ name: '茶馆', basedOn: 1 });
    const { code, unmet } = await refusalOf(publish({ name: '茶楼', basedOn: 1 }));
    expect(code).toBe('bundle-changed');
    expect(unmet.map(({ path }) => path)).toEqual(['name']);
    expect(await centre.ask(FindBundleV1, undefined, { code: 'tea-house', edition: 1 })).toEqual({
      ...found,
      edition: 1,
    });
  });

  it('opens with the items that the answers need; who applied keeps form, plan and answers', async () => {
    const request = { items: [], bundle: 'tea-house', materials: [] };
    const { unmet } = await refusalOf(submit({ ...request, answers: { ...SMALL, area: -1 } }));
    expect(unmet.map(({ rule }) => rule)).toEqual(['answer-exclusive-minimum']);

    const files = await handedIn(owner, 'identity', 'floor-plan');
    const applicationId = await submit({ ...request, materials: files, answers: LARGE });
    expect(await find(applicationId, owner)).toMatchObject({
      items: ['business-licence', 'food-permit', 'fire-check'],
      answers: LARGE,
    });
    expect((await find(applicationId, auditor)).answers).toBeUndefined();

    const [, changed] = teaHouseItems();
    const form = { type: 'object', properties: { stoves: { type: 'integer', title: '灶台数' } } };
    await centre.ask(PublishItemV1, administrator, { ...changed, form } as unknown as ServiceItem);
    await centre.ask(RequestCorrectionV1, clerk, {
      applicationId,
      remarks: [{ material: 'floor-plan', problem: 'wrong', explanation: '未标明疏散通道' }],
    });
    await centre.ask(ResubmitApplicationV1, owner, {
      applicationId,
      materials: await handedIn(owner, 'floor-plan'),
      answers: { ...LARGE, exits: 3 },
    });
    await accept(applicationId);

    await eventually(async () => {
      const [told] = await centre.bureau.heardOf(ApplicationAcceptedV1, applicationId);
      expect(told?.answers).toEqual({ public: true, sells: ['tea'], area: 350, exits: 3 });
      expect(told?.plan?.nodes.map(({ id }) => id)).toEqual([
        'name-check',
        'licence',
        'food',
        'fire',
      ]);
      expect(told?.plan?.edges).toEqual([
        { from: 'name-check', to: 'licence', type: 'hard' },
        { from: 'licence', to: 'food', type: 'data' },
        { from: 'food', to: 'fire', type: 'soft' },
      ]);
    }, WITHIN);
  });

  it('has questions that lead to it, published, versioned, and carried by the file of the catalogue', async () => {
    const [, permit] = teaHouseItems();
    await centre.ask(PublishItemV1, administrator, permit as unknown as ServiceItem);
    const tree = { code: 'tea-house', ...aTree({ bundle: 'tea-house' }) } as PublishGuidanceRequest;
    const wrong = { ...tree, start: 'nowhere' };
    const { unmet } = await refusalOf(centre.ask(PublishGuidanceV1, administrator, wrong));
    expect(unmet.map(({ rule }) => rule)).toEqual(['start-is-a-question']);

    await centre.ask(PublishGuidanceV1, administrator, { ...tree, basedOn: 0 });
    const { guided } = await centre.ask(FindBundleV1, undefined, { code: 'tea-house' });
    expect(guided).toBe(true);
    const follow = (answers: Record<string, unknown>) =>
      centre.ask(FollowGuidanceV1, undefined, { code: 'tea-house', answers });
    expect((await follow({})).question).toMatchObject({
      id: 'licence',
      zh: '是否已取得营业执照？',
    });
    expect((await follow({ licence: 'no' })).outcome).toMatchObject({
      eligible: false,
      reasons: [{ source: '市场主体登记管理条例 3' }],
    });
    expect((await follow({ licence: 'yes', area: 300, sells: [] })).outcome).toMatchObject({
      eligible: true,
      items: [
        { item: 'food-permit', statutoryTerm: { unit: 'working-day', days: 20 }, charged: false },
        { item: 'fire-check' },
      ],
      materials: [
        { code: 'licence-copy' },
        { code: 'floor-plan', items: ['food-permit', 'fire-check'], necessity: 'required' },
      ],
    });

    const late = centre.ask(PublishGuidanceV1, administrator, { ...tree, nameEn: 'x', basedOn: 0 });
    expect(await refusalOf(late)).toMatchObject({ code: 'guidance-changed' });
    let text = '';
    let cursor: string | undefined;
    do {
      const request = { format: 'json' as const, ...(cursor !== undefined && { cursor }) };
      const part = await centre.ask(ExportCatalogueV1, administrator, request);
      text += part.text;
      cursor = part.nextCursor;
    } while (cursor !== undefined);
    const exported = JSON.parse(text) as { guidance: object[]; bundles: object[] };
    expect(exported.guidance).toEqual([{ ...tree, basedOn: undefined }]);
    expect(exported.bundles).toMatchObject([{ code: 'tea-house', form: { ...teaHouseForm() } }]);

    const fileReceipt = await centre.upload(administrator.id, 'c.json', Buffer.from(text));
    const { importId } = await centre.ask(ImportCatalogueV1, administrator, {
      fileReceipt,
      dryRun: false,
    });
    await eventually(async () => {
      expect(await centre.ask(FindImportV1, administrator, { importId })).toMatchObject({
        status: 'taken',
        guidance: { added: 0, changed: 0, same: 1 },
        bundles: { added: 0, changed: 0, same: 1 },
      });
    }, WITHIN);
    expect((await centre.ask(FindGuidanceV1, undefined, { code: 'tea-house' })).version).toBe(1);
  });

  it('is drafted, reviewed by another and published as an edition that is compared with the last', async () => {
    const code = 'tea-house';
    const second = { ...administrator, id: 'bai.lu', name: '白露' };
    const { bundle, revision } = await centre.ask(FindBundleDraftV1, administrator, { code });
    const save = (name: string, basedOn: number, by = administrator) =>
      centre.ask(SaveBundleDraftV1, by, { code, basedOn, bundle: { ...bundle, name } });
    const saved = await save('新茶馆', revision);
    expect(saved).toMatchObject({ revision: 1, status: 'drafted', findings: [] });
    expect(await refusalOf(save('老茶馆', 0, second))).toMatchObject({ code: 'draft-changed' });
    const at = { code, revision: 1 };
    const unreviewed = centre.ask(PublishBundleDraftV1, administrator, at);
    expect((await refusalOf(unreviewed)).code).toBe('action-not-allowed-in-state');
    const own = centre.ask(ReviewBundleDraftV1, administrator, { ...at, outcome: 'approve' });
    expect((await refusalOf(own)).unmet).toMatchObject([{ rule: 'reviewed-by-another' }]);
    await centre.ask(ReviewBundleDraftV1, second, { ...at, outcome: 'approve' });
    const { edition } = await centre.ask(PublishBundleDraftV1, administrator, at);

    expect(await centre.ask(FindBundleV1, undefined, { code })).toMatchObject({
      name: '新茶馆',
      edition,
    });
    const listed = await centre.ask(ListBundleEditionsV1, undefined, { code });
    expect(listed.editions.map((each) => each.edition)).toEqual([3, 2, 1]);
    expect(listed.differences).toEqual([{ path: 'name', before: '"茶馆"', after: '"新茶馆"' }]);
  });

  it('tells who publishes an item that asks its questions otherwise than the bundle does', async () => {
    const [, , fire] = teaHouseItems();
    const properties = { area: { type: 'string', title: '面积（平方米）' } };
    const published = await centre.ask(PublishItemV1, administrator, {
      ...fire,
      form: { type: 'object', properties },
    } as unknown as ServiceItem);

    expect(published.notes).toMatchObject([
      { rule: 'field-means-one-thing', path: 'bundles.tea-house.form.area' },
    ]);
    const { notes } = await centre.ask(
      PublishItemV1,
      administrator,
      fire as unknown as ServiceItem,
    );
    expect(notes).toBeUndefined();
  });

  it('leaves a journal that can be computed again', async () => {
    const pool = new pg.Pool({ connectionString: centre.database.superuserUrl });
    const { faults } = await verifyJournal(pool);
    await pool.end();

    expect(faults).toEqual([]);
  });
});
