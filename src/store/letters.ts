/**
 * Which letters a term has, in 32 bits: the last five bits of each UTF-16 unit choose one. The letters of a script are mostly
 * numbered in a row, so that few of them share a bit.
 *
 *     liberte   b e i l r t        two sets tell at a glance that two terms are far apart: each letter that one has
 *     libertes  b e i l r s t      and the other lacks is an edit, or half of a replacement
 */

/** The set of a term's letters. */
export function collectLetters(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at++) letters |= 1 << term.charCodeAt(at);
  return letters >>> 0;
}

/** How many letters the one set has that the other lacks, or the other way round, whichever is more: at least so many edits. */
export function countDifference(a: number, b: number): number {
  return Math.max(countBits(a & ~b), countBits(b & ~a));
}

function countBits(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
