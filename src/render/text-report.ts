import type { Diagnostic, Place } from "../diagnostic.ts";
import { drawCaretFrame } from "./caret-frame.ts";
import { escapeControls } from "./escape.ts";
import { createStyle, type Style } from "./style.ts";

/** How a report for people is to look. */
export interface TextReportOptions {
  color: boolean;
  width: number;
  displayPath: (path: string) => string;
}

/**
 * The findings for people: for each `file:line:column: severity: message [rule]`, the line with the range marked, the near
 * name and the places that explain it; a blank line between two. Ends in a line feed unless there are none.
 */
export function renderTextReport(diagnostics: readonly Diagnostic[], options: TextReportOptions): string {
  const style = createStyle(options.color);
  const blocks = diagnostics.map((diagnostic) => describe(diagnostic, options, style).join("\n"));
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

function describe(diagnostic: Diagnostic, { width, displayPath }: TextReportOptions, style: Style): string[] {
  const { place, severity, message, rule, suggestion, related = [] } = diagnostic;
  const where = style.bold(`${describePlace(place, displayPath)}:`);
  return [
    `${where} ${style[severity](`${severity}:`)} ${escapeControls(message)} ${style.dim(`[${rule}]`)}`,
    ...drawCaretFrame(diagnostic, width, style),
    ...(suggestion === undefined ? [] : [`  did you mean ${escapeControls(JSON.stringify(suggestion))}?`]),
    ...related.map((other) => `  ${describePlace(other.place, displayPath)}: ${escapeControls(other.message)}`),
  ];
}

function describePlace({ file, start }: Place, displayPath: (path: string) => string): string {
  const point = start ? `:${start.line}:${start.column}` : "";
  return escapeControls(displayPath(file)) + point;
}
