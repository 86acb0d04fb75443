import { contentOf } from '../../domain/catalogue/implementation-edition.js';
import type { FileFormat, Written } from '../../views/catalogue-writing.js';
import { cellsOf } from './cells.js';
import { HEADING, RECORDS, type RecordName } from './columns.js';
import { CATALOGUE_FORMAT } from './json-catalogue.js';

export const json: FileFormat = {
  begin: `{"format":"${CATALOGUE_FORMAT}"`,
  end: ']}\n',
  opening: (list) => `${list === 'items' ? '' : ']'},\n"${list}":[`,
  entry: (written, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(entryOf(written))}`,
};

function entryOf(written: Written): object {
  if (written.list === 'items') return written.state.item;
  if (written.list === 'implementations') return contentOf(written.state) ?? {};
  if (written.list === 'guidance') {
    const { id: code, version: _, ...tree } = written.state;
    return { code, ...tree };
  }
  const { id: code, name, handling, form, plan } = written.state;
  return { code, name, ...(handling && { handling }), ...(form && { form }), plan };
}

/** A byte-order mark, without which spreadsheets take UTF-8 for something else. Bundles and guidance are not written in tables. */
export const csv: FileFormat = {
  begin: `\uFEFF${HEADING.join(',')}\r\n`,
  end: '',
  opening: () => '',
  entry: (written) => {
    if (written.list === 'bundles' || written.list === 'guidance') return '';
    if (written.list === 'implementations') {
      const { item = '', ...rest } = contentOf(written.state) ?? {};
      return row('implementation', item, rest);
    }
    const { code, materials, questions = [], ...rest } = written.state.item;
    return [
      row('item', code, rest),
      ...materials.map((each) => row('material', code, each)),
      ...questions.map((each) => row('question', code, each)),
    ].join('');
  },
};

function row(record: RecordName, item: string, fields: object): string {
  const cells: Readonly<Record<string, string>> = {
    ...cellsOf(RECORDS[record], fields as Record<string, unknown>),
    record,
    item_code: item,
  };
  return `${HEADING.map((name) => quoted(cells[name] ?? '')).join(',')}\r\n`;
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
