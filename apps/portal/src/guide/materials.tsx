import type { ServiceItem } from '../api/replies.js';
import { useLanguage } from '../language/language.js';
import { Original } from '../language/original.js';
import { CardTable } from '../notices/card-table.js';
import { useGuidePageWords } from './guide-page-words.js';
import { SampleForm } from './sample-form.js';

export type Material = ServiceItem['materials'][number];

/** The whole list of materials: on a phone each becomes a card, for a screen reader it stays a table. */
export function Materials({ materials }: { readonly materials: readonly Material[] }) {
  const { words } = useLanguage();
  const { guide } = words;
  return (
    <section id="materials" className="sheet" aria-labelledby="materials-title">
      <h2 id="materials-title">{guide.materials}</h2>
      <p className="hint">{guide.materialsCount(materials.length)}</p>
      <CardTable
        title={guide.materials}
        columns={[guide.material, guide.necessity, guide.materialSource, guide.standard]}
        isOnSheet
      >
        {materials.map((material) => (
          <Row key={material.code} material={material} />
        ))}
      </CardTable>
    </section>
  );
}

function Row({ material }: { readonly material: Material }) {
  const { words } = useLanguage();
  const { guide } = words;
  const page = useGuidePageWords();
  const { name, necessity, source, acceptanceStandard, validMonths, sample } = material;
  const { format, copies, fillingNote, sharedFrom, basis } = material;
  return (
    <tr>
      <th scope="row">
        <Original>{name}</Original>
        {sample !== undefined && <SampleForm name={name} sample={sample} />}
      </th>
      <td data-label={guide.necessity}>
        <span className={`necessity necessity-${necessity}`}>{guide.necessities[necessity]}</span>
      </td>
      <td data-label={guide.materialSource}>{guide.sources[source]}</td>
      <td data-label={guide.standard}>
        <Original>{acceptanceStandard}</Original>
        {validMonths !== undefined && <small> {guide.validMonths(validMonths)}</small>}
        {fillingNote !== undefined && (
          <p className="material-note">
            <Original>{fillingNote}</Original>
          </p>
        )}
        {sharedFrom !== undefined && <p className="material-note">{page.sharedFrom(sharedFrom)}</p>}
        {basis !== undefined && (
          <p className="material-note">
            {words.labelled(page.basisOfMaterial)}
            <Original>{basis}</Original>
          </p>
        )}
        {format !== undefined && <p className="material-note">{guide.formats[format]}</p>}
        {copies !== undefined && copies > 0 && (
          <p className="material-note">{guide.copies(copies)}</p>
        )}
      </td>
    </tr>
  );
}
