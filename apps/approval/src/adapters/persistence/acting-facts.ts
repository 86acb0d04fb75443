/** What the guard rests on for an account, with those of the agencies that publish their officers; both are expressions of a statement. */
export const actingFacts = (account: string, agencies: string): string => `json_build_object(
    'officer', (select o.state from officer o where o.id = ${account}),
    'delegators', (select coalesce(json_agg(d.state), '[]') from officer d where d.id in (
      select g->>'by' from officer o, jsonb_array_elements(o.state->'authorisations') g
      where o.id = ${account} and g->>'kind' = 'delegation')),
    'published', (select coalesce(json_agg(r.id), '[]') from roster r where r.id = any(${agencies})))`;
