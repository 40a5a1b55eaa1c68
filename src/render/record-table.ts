import type { Hit } from "../corpus/record.ts";
import { nameAttributed, nameDoubt, nameSource } from "./attribution.ts";
import { escapeControls } from "./escape.ts";
import { highlightMatches } from "./highlight.ts";
import type { Style } from "./style.ts";
import { fitColumns, renderTable, type TableColumn, type TableContent } from "./table.ts";
import { clipToWidth } from "./width.ts";

interface RecordColumn extends TableColumn {
  show: (hit: Hit, style: Style) => string;
}

const ID: RecordColumn = {
  heading: "id",
  limit: (width) => Math.max(18, Math.floor(width / 5)),
  show: ({ record }) => escapeControls(record.id),
};
const SPEAKER: RecordColumn = {
  heading: "speaker",
  limit: (width) => Math.max(15, Math.floor(width / 7)),
  show: showSpeaker,
};
const TEXT: RecordColumn = {
  heading: "text",
  show: ({ record, matches }, style) => highlightMatches(record.text, matches ?? [], style),
};
const DATE: RecordColumn = { heading: "date", show: ({ record }) => escapeControls(record.date ?? "") };
const SOURCE: RecordColumn = {
  heading: "source",
  limit: (width) => Math.max(14, Math.floor(width / 6)),
  show: ({ record }) => clipToWidth(escapeControls(nameSource(record) ?? ""), LONGEST_SOURCE),
};
/** A whole title would make a row taller than the words that it is about. */
const LONGEST_SOURCE = 32;

const COLUMNS = [ID, SPEAKER, TEXT, DATE, SOURCE];
/** What tells least, and so is left out first where the terminal is narrow. */
const DISPENSABLE = [SOURCE, DATE, ID];
/** The share of the table's width that the words should have at least, if they need it. */
const READABLE_SHARE = 0.3;

/**
 * Hits as a table at most so many columns wide, matched words in the match style; nothing where there are none. A column
 * in which nothing would stand is left out.
 */
export function* renderRecordTable(hits: readonly Hit[], width: number, style: Style): Generator<string> {
  if (hits.length === 0) return;
  const cells = hits.map((hit) => new Map(COLUMNS.map((column) => [column, column.show(hit, style)])));
  const layOut = (columns: readonly RecordColumn[]): TableContent => {
    const rows = cells.map((row) => columns.map((column) => row.get(column) ?? ""));
    return { columns, rows, width, style };
  };
  const used = COLUMNS.filter((column) => cells.some((row) => row.get(column) !== ""));
  const [neededByText = 0] = fitColumns(layOut([TEXT])) ?? [];
  const isReadable = (columns: readonly RecordColumn[]): boolean => {
    const widths = fitColumns(layOut(columns));
    return (widths?.[columns.indexOf(TEXT)] ?? 0) >= Math.min(READABLE_SHARE * width, neededByText);
  };
  let columns = used;
  for (const column of DISPENSABLE) {
    if (isReadable(columns)) break;
    columns = columns.filter((other) => other !== column);
  }
  const isTable = fitColumns(layOut(columns)) !== undefined;
  yield* renderTable(layOut(isTable ? columns : used));
}

/** Who said a quote or claims a fact, and that it is not so where that is known. */
function showSpeaker({ record }: Hit, style: Style): string {
  const names = nameAttributed(record).map(({ name }) => style.speaker(escapeControls(name)));
  const doubt = nameDoubt(record);
  const warning = doubt === undefined ? [] : [style.warning(`(${doubt})`)];
  return [names.join("; "), ...warning].filter((part) => part !== "").join(" ");
}
