import type { FindBundleReply } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { conditionInWords } from './condition-in-words.js';
import { distinctMaterials } from './distinct-materials.js';
import { formFieldsOf } from './form-fields.js';
import { useGuidePageWords } from './guide-page-words.js';

/** Every material once, with the items that ask for it and when they do (同一份材料只交一次). */
export function MergedMaterials({ bundle }: { readonly bundle: FindBundleReply }) {
  const { words } = useLanguage();
  const { guide } = words;
  const page = useGuidePageWords();
  const materials = mergedMaterialsOf(bundle);
  const fields = formFieldsOf(bundle.form);
  const all = bundle.items.reduce((sum, item) => sum + item.materials.length, 0);
  return (
    <section className="sheet" aria-labelledby="once-title">
      <h2 id="once-title">{guide.once}</h2>
      <p>{guide.onceText(all, materials.length)}</p>
      <ul className="texts">
        {materials.map(({ code, name, necessity, usedBy, when }) => {
          const condition = conditionInWords(when, fields, page.condition);
          return (
            <li key={code}>
              <Original>{name}</Original>{' '}
              <span className={`necessity necessity-${necessity}`}>
                {guide.necessities[necessity]}
              </span>
              <small className="hint">
                {' '}
                {words.labelled(guide.usedBy)}
                <Original>{usedBy.join('、')}</Original>
              </small>
              {condition !== undefined && (
                <p className="material-note">
                  {words.labelled(page.onlyIf)}
                  {condition}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Necessity = FindBundleReply['items'][number]['materials'][number]['necessity'];

interface MergedForReading {
  readonly code: string;
  readonly name: string;
  readonly necessity: Necessity;
  /** Names of the items. */
  readonly usedBy: readonly string[];
  readonly when?: unknown;
}

/** As the catalogue has merged them; of a bundle without that, as its items name them. */
function mergedMaterialsOf({ items, materials }: FindBundleReply): readonly MergedForReading[] {
  const names = new Map(items.map(({ code, name }) => [code, name]));
  if (materials !== undefined) {
    return materials.map((material) => ({
      ...material,
      usedBy: material.items.map((code) => names.get(code) ?? code),
    }));
  }
  const necessities = new Map(
    items.flatMap((item) => item.materials).map(({ code, necessity }) => [code, necessity]),
  );
  return distinctMaterials(items).map((material) => ({
    ...material,
    necessity: necessities.get(material.code) ?? 'required',
  }));
}
