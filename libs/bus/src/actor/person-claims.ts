import { type Person, ROLES } from '@onewindow/kernel';

/** What a token says of the person beside the subject. */
export function claimsOf(person: Person): Omit<Person, 'kind' | 'id'> {
  const { kind: _kind, id: _id, ...claims } = person;
  return claims;
}

/** Reads a person back; throws where a claim has not the declared type, so that no half-known person acts. */
export function personIn({
  sub,
  person,
}: {
  readonly sub?: string;
  readonly person?: unknown;
}): Person {
  if (typeof person !== 'object' || person === null) throw new TypeError('no person');
  const claims = person as Readonly<Record<string, unknown>>;
  const text = (name: string): string => {
    const value = claims[name];
    if (typeof value !== 'string') throw new TypeError(`${name} is not text`);
    return value;
  };
  const optional = <Name extends 'organisation' | 'organisationName' | 'department'>(name: Name) =>
    claims[name] === undefined ? {} : { [name]: text(name) };
  if (sub === undefined || sub === '') throw new TypeError('no subject');
  return {
    kind: 'person',
    id: sub,
    name: text('name'),
    roles: rolesIn(claims['roles']),
    region: text('region'),
    ...optional('organisation'),
    ...optional('organisationName'),
    ...optional('department'),
  };
}

/** A role that this service does not know yet gives no right here. */
function rolesIn(value: unknown): Person['roles'] {
  if (!Array.isArray(value)) throw new TypeError('roles are not a list');
  return ROLES.filter((role) => value.includes(role));
}
