/**
 * Tables. cli-table3 lays the frame; widths, wrapping and padding are measured here, because the string-width it brings
 * knows neither combining marks outside Latin nor the emoji of the last years, and would pad such cells wrongly or cut
 * them. So it is given cells of the right width filled with a placeholder, and the words are put in their place afterwards:
 *
 *     ┌──────┬───────┐        ┌──────┬───────┐
 *     │ xxxx │ xxxxx │   ─▶   │ id-1 │ שָׁלוֹם  │
 *     │ xxxx │ xxxxx │        │      │ peace │
 *     └──────┴───────┘        └──────┴───────┘
 *
 * It draws each kind of line once, for the time it takes grows with the square of the rows and the cube of their height.
 */
import CliTable from "cli-table3";

import type { Style } from "./style.ts";
import { measureWidth, padToWidth } from "./width.ts";
import { wrapIndented, wrapText } from "./wrap.ts";

/** A column of a table. */
export interface TableColumn {
  heading: string;
  /** How wide it may be in a table of some width; as wide as the table by default. */
  limit?: (tableWidth: number) => number;
  align?: "left" | "right";
}

/** A table's columns, its rows - one cell a column, safe to show, styled or not -, and how wide it may be at most. */
export interface TableContent {
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  width: number;
  style: Style;
}

/** Below this many columns of the terminal a table is unreadable. */
const NARROWEST_TABLE = 40;
/** The width of a date; a column that needs no more is never narrowed. */
const NARROWEST_COLUMN = 10;
const PLACEHOLDER = "x";

/** The table, or, where the terminal is too narrow for one, a block of labelled lines for each row. */
export function* renderTable(content: TableContent): Generator<string> {
  const widths = fitColumns(content);
  yield* widths === undefined ? stackRows(content) : drawRows(content, widths);
}

/**
 * The widths of a table's columns, without padding, or nothing where they do not fit. Each has what its widest line needs
 * if that is within its limit; what is still too much is taken from the widest.
 */
export function fitColumns({ columns, rows, width }: TableContent): number[] | undefined {
  const needed = columns.map(({ heading, limit }, index) => {
    const widest = rows.reduce((most, row) => Math.max(most, measureLines(row[index] ?? "")), measureWidth(heading));
    return Math.min(widest, limit?.(width) ?? width);
  });
  const available = width - measureFrame(columns.length);
  let cap = Math.max(...needed);
  while (addUp(needed, cap) > available) cap--;
  if (width < NARROWEST_TABLE || cap < Math.min(NARROWEST_COLUMN, Math.max(...needed))) return undefined;
  let spare = available - addUp(needed, cap);
  return needed.map((one) => (one > cap && spare-- > 0 ? cap + 1 : Math.min(one, cap)));
}

function addUp(widths: readonly number[], cap: number): number {
  return widths.reduce((sum, one) => sum + Math.min(one, cap), 0);
}

/** The columns that the frame of a table takes: a rule before, between and after the cells, and a space on both sides. */
function measureFrame(columnCount: number): number {
  return 3 * columnCount + 1;
}

function measureLines(cell: string): number {
  return cell.split("\n").reduce((most, line) => Math.max(most, measureWidth(line)), 0);
}

function* drawRows({ columns, rows, style }: TableContent, widths: readonly number[]): Generator<string> {
  const { top, edges, rule, bottom } = drawFrame(widths, style);
  const [first = "", ...others] = edges;
  const drawRow = (row: readonly string[]): string => {
    const cells = widths.map((width, index) => wrapText(row[index] ?? "", width));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) => {
      const padded = widths.map((width, index) => padToWidth(cells[index]?.[line] ?? "", width, columns[index]?.align));
      return `${first}${padded.map((part, index) => part + (others[index] ?? "")).join("")}\n`;
    }).join("");
  };
  yield top + drawRow(columns.map(({ heading }) => style.bold(heading)));
  for (const row of rows) yield rule + drawRow(row);
  yield bottom;
}

/** The lines between rows, and what stands before, between and after the cells of a line. */
interface Frame {
  top: string;
  edges: string[];
  rule: string;
  bottom: string;
}

function drawFrame(widths: readonly number[], style: Style): Frame {
  const table = new CliTable({ colWidths: widths.map((width) => width + 2), style: { head: [], border: [] } });
  const row = widths.map((width) => PLACEHOLDER.repeat(width));
  table.push(row, row);
  const [top = "", line = "", rule = "", , bottom = ""] = table.toString().split("\n");
  return {
    top: `${style.dim(top)}\n`,
    edges: line.split(/x+/).map((edge) => style.dim(edge)),
    rule: `${style.dim(rule)}\n`,
    bottom: `${style.dim(bottom)}\n`,
  };
}

function* stackRows({ columns, rows, width, style }: TableContent): Generator<string> {
  for (const [index, row] of rows.entries()) {
    const lines = columns.flatMap(({ heading }, column) => {
      const cell = row[column] ?? "";
      return cell === "" ? [] : wrapIndented(`${style.dim(`${heading}:`)} ${cell}`, width, "", "  ");
    });
    yield `${index === 0 ? "" : "\n"}${lines.join("\n")}\n`;
  }
}
