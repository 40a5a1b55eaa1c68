import search from "approx-string-match";

/** Where a pattern lies in a text, with errors allowed. */
export interface Alignment {
  /** Range [start, end) in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** 1 is the pattern to the letter, 0 nothing like it. */
  likeness: number;
}

/** Errors tried, as a share of the pattern's length: beyond it two texts have no more in common than chance gives. */
const MOST_ERRORS = 0.5;
/** Longer patterns are aligned by their beginning. */
const LONGEST_PATTERN = 400;

/**
 * The stretch of a text that takes the fewest edits to become the pattern (Myers's bit-parallel search), the earliest
 * of equals; undefined when more than half of the pattern would have to change.
 */
export function alignPattern(pattern: string, text: string): Alignment | undefined {
  const sought = pattern.slice(0, LONGEST_PATTERN);
  if (sought === "") return undefined;
  const exact = text.indexOf(sought);
  if (exact >= 0) return { start: exact, end: exact + sought.length, likeness: 1 };
  const [best] = search(text, sought, Math.floor(sought.length * MOST_ERRORS));
  return best && { start: best.start, end: best.end, likeness: 1 - best.errors / sought.length };
}
