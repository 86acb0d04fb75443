import { Link } from 'react-router';
import type { FindBundleReply } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { conditionInWords } from './condition-in-words.js';
import { formFieldsOf } from './form-fields.js';
import { useGuidePageWords } from './guide-page-words.js';
import { edgesInWords, nodesByStage, type Plan } from './plan-in-words.js';

type Node = Plan['nodes'][number];

/** What belongs to a bundle, stage by stage, and what comes before what, in words. */
export function PlanOfBundle({ bundle }: { readonly bundle: FindBundleReply }) {
  const guide = useGuidePageWords();
  const { plan } = bundle;
  if (plan === undefined || plan.nodes.length === 0) return null;
  const fields = formFieldsOf(bundle.form);
  const whens = new Map((bundle.conditions ?? []).map(({ node, when }) => [node, when]));
  const offered = new Set(bundle.items.map(({ code }) => code));
  return (
    <section className="sheet" aria-labelledby="plan-title">
      <h2 id="plan-title">{guide.parts}</h2>
      <Preconditions texts={plan.preconditions ?? []} />
      {nodesByStage(plan).map(({ name, nodes }) => (
        <div key={name ?? ''} className="plan-stage">
          {name !== undefined && (
            <h3>
              <Original>{name}</Original>
            </h3>
          )}
          <ul className="texts">
            {nodes.map((node) => (
              <li key={node.id}>
                <OneNode
                  node={node}
                  isOffered={offered.has(node.item ?? '')}
                  when={conditionInWords(whens.get(node.id), fields, guide.condition)}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Order plan={plan} />
    </section>
  );
}

function Preconditions({ texts }: { readonly texts: readonly string[] }) {
  const { words } = useLanguage();
  const guide = useGuidePageWords();
  if (texts.length === 0) return null;
  return (
    <>
      <p>{words.labelled(guide.preconditions)}</p>
      <ul className="texts">
        {texts.map((text) => (
          <li key={text}>
            <Original>{text}</Original>
          </li>
        ))}
      </ul>
    </>
  );
}

interface NodeProps {
  readonly node: Node;
  readonly isOffered: boolean;
  /** When it is needed, as its condition says it. */
  readonly when: string | undefined;
}

function OneNode({ node, isOffered, when }: NodeProps) {
  const { words } = useLanguage();
  const guide = useGuidePageWords();
  const { name, kind, item, department, optional, condition, note } = node;
  const isLink = isOffered && item !== undefined;
  return (
    <>
      {isLink ? (
        <Link to={`/items/${item}`}>
          <Original>{name}</Original>
        </Link>
      ) : (
        <Original>{name}</Original>
      )}
      <span className="hint">
        {kind !== 'item' && ` · ${guide.nodeKinds[kind]}`}
        {kind === 'item' && !isOffered && ` · ${guide.notOffered}`}
        {optional === true && condition === undefined && ` · ${guide.optional}`}
        {department !== undefined && (
          <>
            {' · '}
            <Original>{department}</Original>
          </>
        )}
      </span>
      {(condition ?? when) !== undefined && (
        <p className="material-note">
          {words.labelled(guide.onlyIf)}
          {condition === undefined ? when : <Original>{condition}</Original>}
        </p>
      )}
      {note !== undefined && (
        <p className="material-note">
          <Original>{note}</Original>
        </p>
      )}
    </>
  );
}

function Order({ plan }: { readonly plan: Plan }) {
  const guide = useGuidePageWords();
  const { words } = useLanguage();
  const edges = edgesInWords(plan, guide.edges);
  const names = new Map(plan.nodes.map(({ id, name }) => [id, name]));
  return (
    <>
      {(plan.parallel ?? []).map(({ nodes }) => (
        <p key={nodes.join(' ')} className="after-terms">
          {guide.together}
          <Original>{nodes.map((id) => names.get(id) ?? id).join(words.separator)}</Original>
        </p>
      ))}
      {edges.length > 0 && (
        <ol className="texts plan-edges">
          {edges.map(({ sentence, basis }) => (
            <li key={sentence}>
              {sentence}
              {basis !== undefined && (
                <small className="hint">
                  （<Original>{basis}</Original>）
                </small>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
