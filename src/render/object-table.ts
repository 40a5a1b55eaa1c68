import { escapeControls } from "./escape.ts";
import { type Column, formatField, readField } from "./fields.ts";
import type { Style } from "./style.ts";
import { renderTable } from "./table.ts";

/** The objects as a table with a column a field, numbers to the right; nothing where there are none. */
export function* renderObjectTable(
  objects: readonly object[],
  columns: readonly Column[],
  width: number,
  style: Style,
): Generator<string> {
  if (objects.length === 0) return;
  const rows = objects.map((object) => columns.map(({ field }) => readField(object, field)));
  yield* renderTable({
    columns: columns.map(({ heading }, index) => ({
      heading: escapeControls(heading),
      align: rows.every((row) => typeof row[index] === "number") ? "right" : "left",
    })),
    rows: rows.map((row) => row.map((value) => escapeControls(formatField(value), { multiline: true }))),
    width,
    style,
  });
}
