import wrapAnsi from "wrap-ansi";

import { isNarrow, measureWidth, splitCharacters } from "./width.ts";

const NARROWEST = 2;

/**
 * The lines of a text, each at most so many columns wide (at least 2): broken at spaces, and inside words that are longer
 * than a line. Styles go on across breaks.
 */
export function wrapText(text: string, columns: number): string[] {
  const limit = Math.max(NARROWEST, columns);
  return text.split(/\r?\n/).flatMap((line) => wrapLine(line, limit));
}

function wrapLine(line: string, columns: number): string[] {
  // Most cells of a table; wrapping takes far longer than to see that there is nothing to wrap.
  if (line.length <= columns && line === line.trim() && /^[ -~]*$/.test(line)) return [line];
  return wrapAnsi(breakWideCharacters(bindMarks(line), columns), columns, { hard: true }).split("\n");
}

/** The wrapped lines of a text, the first of which begins with one indentation and the others with another. */
export function wrapIndented(text: string, columns: number, first: string, others: string): string[] {
  const indentation = Math.max(measureWidth(first), measureWidth(others));
  return wrapText(text, columns - indentation).map((line, index) => (index === 0 ? first : others) + line);
}

/** A mark on a space is one character with it; a break between them would leave a line too long. */
function bindMarks(text: string): string {
  return text.replace(/ (?=\p{M})/gu, "\u00a0");
}

/** Breaks what counts as one character and yet is wider than a line, such as a letter with dozens of vowel signs. */
function breakWideCharacters(text: string, columns: number): string {
  if (isNarrow(text) || measureWidth(text) <= columns) return text;
  return splitCharacters(text)
    .map((character) => (measureWidth(character) <= columns ? character : breakCharacter(character, columns)))
    .join("");
}

function breakCharacter(character: string, columns: number): string {
  let broken = "";
  let width = 0;
  for (const codePoint of character) {
    const added = measureWidth(codePoint);
    if (width > 0 && width + added > columns) {
      broken += "\n";
      width = 0;
    }
    broken += codePoint;
    width += added;
  }
  return broken;
}
