import type { Diagnostic, Place, Point } from "../diagnostic.ts";
import { RULES } from "../rules.ts";
import type { Fault } from "./fault.ts";
import type { TextRange } from "./tree.ts";

/** The longest excerpt, and how much of it may precede the place, in UTF-16 units. */
const EXCERPT_LENGTH = 240;
const EXCERPT_LEAD = 80;

/** A text and where it stands in its file. */
export interface SourceText {
  file: string;
  text: string;
  /** 1-based line and 0-based offset of the text's beginning: 1 and 0 unless it is a single line of JSON Lines. */
  firstLine: number;
  firstOffset: number;
}

/** Looks up lines and columns in one text. */
export interface Locator {
  /** The 1-based line of a 0-based offset in the text. */
  findLine(offset: number): number;
  locate(range: TextRange): { place: Place; excerpt: string; excerptColumn?: number };
}

/** A locator of a text. Lines end as YAML and editors have it: with LF, CR LF or CR. */
export function buildLocator({ file, text, firstLine, firstOffset }: SourceText): Locator {
  let knownStarts: number[] | undefined;
  const listStarts = () => (knownStarts ??= findLineStarts(text));

  const findIndex = (offset: number): number => {
    const starts = listStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const findPoint = (offset: number): Point => {
    const index = findIndex(offset);
    const column = offset - (listStarts()[index] ?? 0) + 1;
    return { line: firstLine + index, column, offset: firstOffset + offset };
  };
  const cutExcerpt = (offset: number): { excerpt: string; excerptColumn?: number } => {
    const index = findIndex(offset);
    const start = listStarts()[index] ?? 0;
    let end = listStarts()[index + 1] ?? text.length;
    while (end > start && isLineBreak(text, end - 1)) end--;
    if (end - start <= EXCERPT_LENGTH) return { excerpt: text.slice(start, end) };
    const lead = Math.max(start, offset - EXCERPT_LEAD);
    return { excerpt: text.slice(lead, Math.min(end, lead + EXCERPT_LENGTH)), excerptColumn: lead - start + 1 };
  };

  return {
    findLine: (offset) => firstLine + findIndex(offset),
    locate: ({ start, end }) => ({
      place: { file, start: findPoint(start), end: findPoint(Math.max(start, end)) },
      ...cutExcerpt(start),
    }),
  };
}

function isLineBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x0a || unit === 0x0d;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes("\r")) {
    for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/gu)) starts.push(index + lineBreak.length);
  } else {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** A fault as a diagnostic that stands at a range of a text; without one it concerns the file as a whole. */
export function buildDiagnostic(
  fault: Omit<Fault, "path">,
  file: string,
  at?: ReturnType<Locator["locate"]>,
): Diagnostic {
  const { rule, message, actual, expected, suggestion } = fault;
  return {
    rule,
    severity: RULES[rule].severity,
    message,
    ...(at ?? { place: { file } }),
    ...(actual !== undefined && { actual }),
    ...(expected !== undefined && { expected }),
    ...(suggestion !== undefined && { suggestion }),
  };
}
