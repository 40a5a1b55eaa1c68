import damerauLevenshtein from "damerau-levenshtein";

/**
 * The number of single-letter slips (insertion, deletion, replacement, transposition of neighbours) between two words.
 * Exact up to 2; a greater number may be given too high.
 */
export function countEdits(a: string, b: string): number {
  if (a === b) return 0;
  return damerauLevenshtein(a, b).steps;
}
