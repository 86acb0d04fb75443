import * as fc from 'fast-check';
import { addMilliseconds } from '@onewindow/kernel';
import type { Application, CorrectionRemark } from '../src/domain/application.js';
import { CATALOGUE_ITEM } from '../src/use-cases/aggregates.js';
import type { aMemoryIntake } from './a-memory-intake.js';
import { grantOf } from './at-window.js';
import { people } from './people.js';
import { anItem, OWNER } from './situations.js';

const { administrator, clerk, colleague } = people;

export const ITEMS = ['drainage-permit', 'outdoor-sign'] as const;
const [FIRST, SECOND] = ITEMS;

type Intake = ReturnType<typeof aMemoryIntake>;
/** One act on an application; most are refused in most states. */
export type Act = (intake: Intake, applicationId: string) => Promise<unknown>;

const handedIn = (materials: readonly string[], by = OWNER) =>
  materials.map((material) => ({ material, fileReceipt: `${by.id} ${material}` }));

export async function file(
  { intake, memory }: Intake,
  materials: readonly string[],
  electronicService: boolean,
): Promise<string> {
  for (const code of ITEMS) {
    if (memory.stateOf(CATALOGUE_ITEM, code) === undefined)
      await intake.publishItem(anItem({ code }), { actor: administrator });
  }
  const { applicationId } = await intake.submitApplication(
    {
      items: ITEMS,
      applicant: { name: '临江小馆', creditCode: OWNER.organisation! },
      contact: { name: '林悦', phone: '13900000001' },
      premises: { name: '临江小馆', address: '临江路18号' },
      materials: handedIn(materials),
      truthDeclared: true,
      electronicService,
    },
    { actor: OWNER },
  );
  return applicationId;
}

const material = fc.constantFrom('form', 'report', 'licence');

const remark: fc.Arbitrary<CorrectionRemark> = fc.record({
  material,
  problem: fc.constantFrom('missing', 'wrong'),
  explanation: fc.constant('请更正'),
});

/** What a careful clerk would list. */
const everythingMissing = ({ materials: held }: Application): CorrectionRemark[] =>
  ['form', 'report'].map((each) => ({
    material: each,
    problem: held.some(({ material: name, files }) => name === each && files.length > 0)
      ? 'wrong'
      : 'missing',
    explanation: '请更正',
  }));

const method = fc.constantFrom('electronic', 'window', 'post');
const item = fc.constantFrom(FIRST, SECOND);

/** An act with the words that a counterexample is told in. */
const told = (words: string, act: Act): Act =>
  Object.assign(act, { [fc.toStringMethod]: () => words });

const always = (words: string, act: Act) => fc.constant(null).map(() => told(words, act));

const timePasses = fc
  .integer({ min: 0, max: 8 })
  .map((days) => told(`${days} days pass`, ({ pass }) => pass(days)));

/** As when the service was down or its clock in doubt: what fell due is recorded later. */
const nothingIsRecorded = fc.integer({ min: 1, max: 8 }).map((days) =>
  told(`${days} days pass unrecorded`, async ({ time }) => {
    time.now = addMilliseconds(time.now, days * 86_400_000);
  }),
);

const acceptance = always('accept', ({ intake }, applicationId) =>
  intake.acceptApplication({ applicationId }, { actor: clerk }),
);

const someCorrections = fc
  .array(remark, { minLength: 1, maxLength: 3 })
  .map((remarks) =>
    told('ask for some corrections', ({ intake }, applicationId) =>
      intake.requestCorrection({ applicationId, remarks }, { actor: clerk }),
    ),
  );

const allCorrections = always('ask for all corrections', ({ intake, application }, applicationId) =>
  intake.requestCorrection(
    { applicationId, remarks: everythingMissing(application(applicationId)) },
    { actor: clerk },
  ),
);

const resubmission = fc
  .uniqueArray(material)
  .map((given) =>
    told(`hand in ${given.join(' and ')}`, ({ intake }, applicationId) =>
      intake.resubmitApplication(
        { applicationId, materials: handedIn(given, colleague) },
        { actor: colleague },
      ),
    ),
  );

const nonAcceptance = fc
  .constantFrom('no-permit-needed' as const, 'not-competent' as const, 'not-corrected' as const)
  .map((ground) =>
    told(`decline: ${ground}`, ({ intake }, applicationId) =>
      intake.declineApplication(
        { applicationId, ground, reasons: ['理由'], competentAuthority: '省级机关' },
        { actor: clerk },
      ),
    ),
  );

const withdrawal = always('withdraw', ({ intake }, applicationId) =>
  intake.withdrawApplication({ applicationId, reason: '不办' }, { actor: OWNER }),
);

const trackDecided = item.map((code) =>
  told(`${code} is decided`, ({ intake, time }, applicationId) => {
    const { decision, licence, itemName } = grantOf(applicationId, code, time.now);
    return intake.receiveResult({
      applicationId,
      result: {
        item: code,
        itemName,
        decision: { ...decision, decidedAt: time.now },
        ...(licence && { licence }),
      },
    });
  }),
);

const caseDecided = always('the case is decided', ({ intake, time }, applicationId) =>
  intake.noteCaseDecided({ applicationId, decidedAt: time.now }),
);

const procedureBegins = item.map((code) =>
  told(`a procedure of ${code} begins`, ({ intake, time }, applicationId) =>
    intake.issueNotice({
      applicationId,
      notice: { number: `N-${code}`, issuedBy: '审批局', issuedAt: time.now, item: code },
    }),
  ),
);

const procedureEnds = item.map((code) =>
  told(`a procedure of ${code} ends`, ({ intake }, applicationId) =>
    intake.renewTerm({ applicationId, item: code, statutory: { due: '2026-07-01' } }),
  ),
);

const service = fc.nat({ max: 5 }).map((nth) =>
  told(`serve paper ${nth}`, ({ intake, application }, applicationId) =>
    intake.servePaper(
      {
        applicationId,
        paperNumber: application(applicationId).papers[nth]?.number ?? 'none',
        method: 'window',
        receivedBy: '林悦',
        ...(nth > 3 && { correctionReason: '误记' }),
      },
      { actor: clerk },
    ),
  ),
);

const dispatch = method.map((how) =>
  told(`dispatch: ${how}`, ({ intake }, applicationId) =>
    intake.dispatchResults({ applicationId, method: how, receivedBy: '林悦' }, { actor: clerk }),
  ),
);

const rating = fc
  .integer({ min: 1, max: 5 })
  .map((stars) =>
    told(`rate ${stars}`, ({ intake }, applicationId) =>
      intake.rateService({ applicationId, stars }, { actor: OWNER }),
    ),
  );

/** An end is rare, or no life would become long enough for the rest. */
export const anAct = fc.oneof(
  {
    arbitrary: fc.oneof(
      timePasses,
      nothingIsRecorded,
      acceptance,
      someCorrections,
      allCorrections,
      resubmission,
    ),
    weight: 6,
  },
  {
    arbitrary: fc.oneof(
      trackDecided,
      caseDecided,
      procedureBegins,
      procedureEnds,
      service,
      dispatch,
      rating,
    ),
    weight: 8,
  },
  { arbitrary: fc.oneof(nonAcceptance, withdrawal), weight: 1 },
);
