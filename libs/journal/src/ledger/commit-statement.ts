import type { QueryResultRow } from 'pg';
import { SECTIONS, type EncodedUnit, type Section } from './encoded-unit.js';

export interface CommitStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A unit that was not written, and why. */
export interface LostRow extends QueryResultRow {
  readonly unit: number;
  readonly outcome: 'committed' | 'repeated' | 'handled' | 'stale' | 'conflict';
  readonly answer: string | null;
  readonly request_hash: string | null;
}

const TEXT =
  'select unit, outcome, answer, request_hash from journal_commit($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)';

/** The one call that commits all the units. */
export function commitStatement(units: readonly EncodedUnit[]): CommitStatement {
  const rows = units.flatMap((unit, number) => unit.rows.map((row) => ({ ...row, number })));
  return {
    name: 'journal-commit',
    text: TEXT,
    values: [
      rows.map((row) => row.number),
      rows.map((row) => row.kind),
      rows.map((row) => row.id),
      rows.map((row) => row.expected),
      writesText(units, 'updates'),
      writesText(units, 'inserts'),
      ...SECTIONS.map((section) => sectionText(units, section)),
    ],
  };
}

function sectionText(units: readonly EncodedUnit[], section: Section): string | null {
  const texts = units.flatMap((unit, number) =>
    (unit.sections[section] ?? []).map((text) => numbered(text, number)),
  );
  return texts.length === 0 ? null : `[${texts.join(',')}]`;
}

function writesText(units: readonly EncodedUnit[], into: 'updates' | 'inserts'): string | null {
  const byKind = new Map<string, string[]>();
  for (const [number, unit] of units.entries()) {
    for (const write of unit.writes) {
      if (write.into !== into) continue;
      const texts = byKind.get(write.kind);
      if (texts === undefined) byKind.set(write.kind, [numbered(write.text, number)]);
      else texts.push(numbered(write.text, number));
    }
  }
  if (byKind.size === 0) return null;
  return `{${[...byKind].map(([kind, texts]) => `"${kind}":[${texts.join(',')}]`).join(',')}}`;
}

const numbered = (text: string, unit: number): string => `{"unit":${unit},${text.slice(1)}`;
