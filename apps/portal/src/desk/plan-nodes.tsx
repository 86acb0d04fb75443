import type { FindCaseReply } from '../api/replies.js';
import { instantText } from '../language/dates.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { ActButtons } from './act-buttons.js';
import { useDeskWords } from './desk-words.js';
import { offersOnNode, type Node } from './node-offers.js';

type Plan = NonNullable<FindCaseReply['plan']>;

/** Signs of their own beside the words. */
const SIGNS: Readonly<Record<Node['standing'], string>> = {
  pending: '○',
  'in-effect': '✓',
  refused: '×',
};

interface Props {
  readonly caseNumber: string;
  readonly plan: Plan;
}

/** The nodes of a bundle's plan in their order, with what has come of each; of those that no track decides it is recorded here. */
export function PlanNodes({ caseNumber, plan }: Props) {
  const desk = useDeskWords();
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{desk.plan}</h2>
      <ol className="stages plan-nodes">
        {plan.nodes.map((node) => (
          <li
            key={node.id}
            className={`stage ${node.standing === 'in-effect' ? 'stage-done' : ''}`}
          >
            <OneNode caseNumber={caseNumber} node={node} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface NodeProps extends Omit<Props, 'plan'> {
  readonly node: Node;
}

function OneNode({ caseNumber, node }: NodeProps) {
  const { language } = useLanguage();
  const desk = useDeskWords();
  const { name, department, standing, evidence, recordedAt, recordedBy } = node;
  const offers = offersOnNode(node, caseNumber);
  return (
    <>
      <span className="stage-sign" aria-hidden="true">
        {SIGNS[standing]}
      </span>
      <div>
        <strong>
          <Original>{name}</Original>
        </strong>{' '}
        <span className="stage-status">{desk.standings[standing]}</span>
        {department !== undefined && (
          <p className="hint">
            <Original>{department}</Original>
          </p>
        )}
        {evidence !== undefined && (
          <p>
            <Original>{evidence}</Original>
            {recordedAt !== undefined && (
              <small className="hint">
                {' '}
                <Original>{recordedBy}</Original> · {instantText(recordedAt, language)}
              </small>
            )}
          </p>
        )}
        {offers.length > 0 && <ActButtons offers={offers} label={`${desk.now}（${name}）`} />}
      </div>
    </>
  );
}
