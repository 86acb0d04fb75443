import { useState } from 'react';
import type { FindProcessReply, PublishProcessReply } from '../api/replies.js';
import { ActForm } from '../desk/act-form.js';
import { actBehind, offerOn } from '../desk/offers.js';
import { draftOf } from '../desk/form/draft-of.js';
import { groupOf, listOf, textOf, type DraftGroup } from '../desk/form/draft-shape.js';
import { useAnnounce } from '../frame/announcer.js';
import { useLanguage } from '../language/language.js';
import { fieldsOfDefinition, stagesIn, withStagesOf } from './definition-schema.js';
import { Diagram } from './diagram.js';
import { useProcessWords } from './process-words.js';
import { useDrawn } from './use-drawn.js';

interface Props {
  readonly code: string;
  /** None where the item has no process of its own yet. */
  readonly inForce: FindProcessReply | undefined;
}

/** Where an administrator writes the next version; a faulty one is refused whole, with every fault at its field. */
export function DefinitionEditor({ code, inForce }: Props) {
  const { language } = useLanguage();
  const say = useProcessWords();
  const [isOpen, setIsOpen] = useState(false);
  const [remarks, setRemarks] = useState<readonly Remark[]>([]);
  const title = inForce === undefined ? say.create : say.edit;
  const close = (said: readonly Remark[]) => {
    setRemarks(said);
    setIsOpen(false);
  };
  return (
    <section className="sheet" aria-label={title}>
      {remarks.map((remark) => (
        <p key={remark.en}>{remark[language]}</p>
      ))}
      {isOpen ? (
        <DefinitionForm code={code} inForce={inForce} title={title} onClose={close} />
      ) : (
        <button type="button" className="action" onClick={() => setIsOpen(true)}>
          {title}
        </button>
      )}
    </section>
  );
}

interface FormProps extends Props {
  readonly title: string;
  readonly onClose: (remarks: readonly Remark[]) => void;
}

function DefinitionForm({ code, inForce, title, onClose }: FormProps) {
  const say = useProcessWords();
  const announce = useAnnounce();
  // Another version that is published meanwhile is not overwritten: the answer says so.
  const [edited] = useState(inForce);
  const body = actBehind('publish-process')?.body ?? {};
  const [offer] = offerOn(
    'publish-process',
    { code },
    { preset: { replaces: edited?.version ?? 0 }, fields: fieldsOfDefinition(body) },
  );
  if (offer === undefined) return null;
  const done = (reply: unknown) => {
    const { version, remarks = [] } = reply as PublishProcessReply;
    announce(say.published(version));
    onClose(remarks);
  };
  return (
    <ActForm
      offer={offer}
      title={title}
      suggested={draftOf(offer.act.body ?? {}, edited ?? {})}
      fieldsFor={withStagesOf}
      preview={(draft) => <Preview draft={draft} />}
      onDone={done}
      onCancel={() => onClose([])}
    />
  );
}

type Remark = NonNullable<PublishProcessReply['remarks']>[number];

/** The drawing of what is filled in so far. */
function Preview({ draft }: { readonly draft: DraftGroup }) {
  const stages = stagesIn(draft).map(({ code, name, kind, role, after, workingDays }) => ({
    code: textOf(code),
    name: textOf(name),
    kind: textOf(kind) as Stage['kind'],
    role: textOf(role) as Stage['role'],
    after: listOf(after).map(textOf),
    ...(Number(workingDays) > 0 && { workingDays: Number(workingDays) }),
  }));
  const returns = listOf(draft['returns']).map((each) => ({
    from: textOf(groupOf(each)['from']),
    to: textOf(groupOf(each)['to']),
  }));
  return <Diagram stages={useDrawn(stages)} returns={returns} />;
}

type Stage = FindProcessReply['stages'][number];
