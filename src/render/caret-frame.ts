/**
 * A line of the input with its range marked:
 *
 *       12 │     speeker: zelensky
 *          │     ^~~~~~~
 *
 * Control characters are spelt out before anything is measured. Of a line that is too long, the part round the start of
 * the range is shown.
 */
import type { Diagnostic } from "../diagnostic.ts";
import { escapeControls } from "./escape.ts";
import type { Style } from "./style.ts";
import { clipToWidth, ELLIPSIS, findCharacter, measureWidth, splitCharacters } from "./width.ts";

/** UTF-16 units on either side of the range's start beyond which a line is not even looked at. */
const FARTHEST = 1000;
const NARROWEST = 12;

/** The two lines of the frame, at most so many columns wide where that is possible; none where there is no excerpt. */
export function drawCaretFrame(diagnostic: Diagnostic, width: number, style: Style): string[] {
  const { excerpt, severity, place } = diagnostic;
  if (excerpt === undefined || !place.start) return [];
  const number = ` ${place.start.line} `.padStart(6);
  const available = Math.max(NARROWEST, width - number.length - 2);
  const [before, marked, after] = splitExcerpt(diagnostic, excerpt);
  const lead = clipStart(before, available);
  const rest = clipToWidth(marked + after, available - measureWidth(lead));
  const markedWidth = Math.min(measureWidth(marked), measureWidth(rest));
  const caret = `^${"~".repeat(Math.max(0, markedWidth - 1))}`;
  return [
    `${style.dim(`${number}│`)} ${lead}${rest}`.trimEnd(),
    `${style.dim(`${" ".repeat(number.length)}│`)} ${" ".repeat(measureWidth(lead))}${style[severity](caret)}`,
  ];
}

/** What stands before, in and after the range, safe to show; a range that goes on beyond the line ends with it. */
function splitExcerpt({ place, excerptColumn = 1 }: Diagnostic, excerpt: string): [string, string, string] {
  const { start, end = start } = place;
  const startIndex = (start?.column ?? 1) - excerptColumn;
  const endIndex = end?.line === start?.line ? (end?.column ?? 1) - excerptColumn : excerpt.length;
  const from = findCharacter(excerpt, Math.max(0, startIndex)).start;
  const to = Math.max(from, endIndex > from ? findCharacter(excerpt, endIndex - 1).end : from);
  const parts = [excerpt.slice(Math.max(0, from - FARTHEST), from), excerpt.slice(from, to), excerpt.slice(to)];
  const [before = "", marked = "", after = ""] = parts.map((part) => {
    return escapeControls(part.slice(0, FARTHEST), { multiline: true }).replaceAll("\n", " ");
  });
  return [before, marked, after];
}

/** All of the text if it leaves half of the columns free, else its end in a third of them. */
function clipStart(text: string, available: number): string {
  if (measureWidth(text) <= available / 2) return text;
  const kept: string[] = [];
  let width = 1;
  for (const character of splitCharacters(text).reverse()) {
    width += measureWidth(character);
    if (width > available / 3) break;
    kept.unshift(character);
  }
  return ELLIPSIS + kept.join("");
}
