import { groupOf, groupsShown, type DraftGroup } from './draft-shape.js';
import { kindOf, type FieldSchema } from './field-kinds.js';

/** The paths of all fields that a form shows: `reason`, `departments.0.question`. */
export function shownPaths(schema: FieldSchema, draft: DraftGroup, at = ''): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${at}${name}`;
    const kind = kindOf(name, field);
    if (kind === 'group') return shownPaths(field, groupOf(draft[name]), `${path}.`);
    if (kind !== 'groups') return [path];
    const groups = groupsShown(draft[name]).flatMap((group, index) => [
      `${path}.${index}`,
      ...shownPaths(field.items ?? {}, groupOf(group), `${path}.${index}.`),
    ]);
    return [path, ...groups];
  });
}
