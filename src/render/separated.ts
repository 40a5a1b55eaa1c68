/**
 * CSV and TSV: one flat line an entry, after a line of headings.
 *
 * CSV is RFC 4180: fields in quotation marks where they need them, lines ending in CR LF. TSV has no quotation marks,
 * as the tools that cut at tabs expect: a tab, line break or backslash inside a field is written `\t`, `\n`, `\r`, `\\`,
 * and lines end in LF.
 *
 * A field that a spreadsheet would run as a formula - it begins with = + - @, their full-width forms, a tab or a carriage
 * return - has an apostrophe put before it, in both formats (https://owasp.org/www-community/attacks/CSV_Injection).
 */
import { stringify } from "csv-stringify/sync";

import { escapeControls } from "./escape.ts";
import { type Column, formatField, readField } from "./fields.ts";

/** @param terminal Whether the output is looked at on a terminal, where control characters are spelt out. */
export interface SeparatedOptions {
  columns: readonly Column[];
  terminal: boolean;
}

/** The objects as CSV. */
export function renderCsv(objects: AsyncIterable<object>, options: SeparatedOptions): AsyncGenerator<string> {
  return renderLines(objects, options, (cells) =>
    stringify([cells], { record_delimiter: "windows", quoted_match: /[\r\n]/, escape_formulas: true }),
  );
}

/** The objects as TSV. */
export function renderTsv(objects: AsyncIterable<object>, options: SeparatedOptions): AsyncGenerator<string> {
  return renderLines(
    objects,
    options,
    (cells) => stringify([cells], { delimiter: "\t", record_delimiter: "unix", quote: false, escape_formulas: true }),
    escapeSeparators,
  );
}

async function* renderLines(
  objects: AsyncIterable<object>,
  { columns, terminal }: SeparatedOptions,
  formatLine: (cells: string[]) => string,
  escape = (cell: string): string => cell,
): AsyncGenerator<string> {
  const show = (cell: string): string => {
    const escaped = escape(cell);
    return terminal ? escapeControls(escaped, { multiline: true }) : escaped;
  };
  yield formatLine(columns.map(({ heading }) => show(heading)));
  for await (const object of objects) {
    yield formatLine(columns.map(({ field }) => show(formatField(readField(object, field)))));
  }
}

const SEPARATORS: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapeSeparators(cell: string): string {
  return cell.replace(/[\\\t\n\r]/g, (character) => SEPARATORS[character] ?? character);
}
