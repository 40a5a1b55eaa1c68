import { stripVTControlCharacters } from "node:util";

import stringWidth from "string-width";

/** The columns that a text without line breaks takes on a terminal; styles take none. */
export function measureWidth(text: string): number {
  const shown = stripStyles(text);
  return NARROW.test(shown) ? shown.length : stringWidth(text);
}

/** Whether a text, styled or not, holds nothing but letters and signs of a column each that combine with no other. */
export function isNarrow(text: string): boolean {
  return NARROW.test(stripStyles(text));
}

function stripStyles(text: string): string {
  return text.includes("\u001b") ? stripVTControlCharacters(text) : text;
}

/** Texts of European letters and signs, each a column wide. */
const NARROW = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2013-\u2026\u2500-\u257f]*$/;

/** Made when it is needed, which takes 10 ms. */
let segmenter: Intl.Segmenter | undefined;

function segment(text: string): Intl.Segments {
  return (segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" })).segment(text);
}

/** What a reader sees as the single characters of a text, in order. */
export function splitCharacters(text: string): string[] {
  return NARROW.test(text) ? [...text] : Array.from(segment(text), (found) => found.segment);
}

/**
 * The half-open range of the visible character that holds the UTF-16 unit at an offset; at or after the text's end, the
 * empty range there.
 */
export function findCharacter(text: string, offset: number): { start: number; end: number } {
  if (NARROW.test(text) && offset < text.length) return { start: offset, end: offset + 1 };
  const found = segment(text).containing(offset);
  if (!found) return { start: text.length, end: text.length };
  return { start: found.index, end: found.index + found.segment.length };
}

/** The text followed - or, for `"right"`, preceded - by as many spaces as fill the columns. */
export function padToWidth(text: string, columns: number, align: "left" | "right" = "left"): string {
  const padding = " ".repeat(Math.max(0, columns - measureWidth(text)));
  return align === "left" ? text + padding : padding + text;
}

/** Stands for what was cut off. */
export const ELLIPSIS = "…";

/** All of the text if it fits the columns, else as much of its beginning as does, with an ellipsis. */
export function clipToWidth(text: string, columns: number): string {
  if (measureWidth(text) <= columns) return text;
  let kept = "";
  let width = 1;
  for (const character of splitCharacters(text)) {
    width += measureWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}
