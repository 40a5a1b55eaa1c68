/**
 * Terms that a few edits make of another: those that have enough letters and pairs of neighbouring letters in common with it,
 * measured.
 *
 *     term     ^k kh hr ru us st tc ch hc ch h$            lists of `grams`, each with the numbers of the terms that
 *               │  │  │  │                                 hold the pair, ascending, so that terms of fitting length
 *     grams    [··|███|····] [·|██|··] …                   (± edits) are one slice █ of each list
 *                  └── count how often each number occurs
 *     letters  [██|██|███]                                 and of the sets of letters that `term_lengths` has
 *
 * An insertion breaks one pair of the term, a deletion or replacement two, a transposition three; all but a transposition
 * change which letters there are. Let a term have p distinct pairs and another lack b of its letters, or have b more,
 * whichever is greater: if they are e edits apart, at least b edits are no transpositions, so that b ≤ e and at least
 * p − 3e + b pairs are shared. The sets of letters tell the least that b can be, and that pairs each term with few others;
 * then b is counted, and what still passes is measured by its true distance (optimal string alignment).
 */
import { countEdits } from "../text/edits.ts";
import { collectLetters, countDifference } from "./letters.ts";
import type { Database } from "./sqlite.ts";
import type { Term } from "./store.ts";
import { findGrams, readNumbers } from "./vocabulary.ts";

/** A vocabulary term and its distance. */
export interface NearTerm {
  term: Term;
  edits: number;
}

/** The vocabulary's terms within so many edits, nearest first, then most frequent first, then in the vocabulary's order. */
export function findNearTerms(database: Database, term: string, edits: number): NearTerm[] {
  const grams = findGrams(term);
  const leastShared = grams.length - 3 * edits;
  const window = readWindow(database, term, edits);
  const shared = countShared(database, grams, window);
  const numbers = findAlike(term, edits, leastShared, window, shared);
  const countMissing = buildMissingCounter(term);
  const distances = new Map<number, number>();
  readTerms(database, numbers).forEach((other, index) => {
    const number = numbers[index] ?? 0;
    const missing = countMissing(other, edits);
    if (missing > edits || (shared[number - window.start] ?? 0) < leastShared + missing) return;
    const steps = countEdits(term, other);
    if (steps <= edits) distances.set(number, steps);
  });
  return readNearTerms(database, distances);
}

/** The numbers of the terms that their letters and pairs do not rule out. */
function findAlike(term: string, edits: number, leastShared: number, window: Window, shared: Uint16Array): number[] {
  const numbers: number[] = [];
  const own = collectLetters(term);
  let number = window.start;
  for (const letters of window.letters) {
    for (let at = 0; at < letters.length; at++, number++) {
      const pairs = (shared[number - window.start] ?? 0) - leastShared;
      if (pairs < 0) continue;
      const difference = countDifference(own, letters[at] ?? 0);
      if (difference <= edits && difference <= pairs) numbers.push(number);
    }
  }
  return numbers;
}

/** The terms of these numbers, in this order; in one string, since rows are slow to come by. */
function readTerms(database: Database, numbers: number[]): string[] {
  const sql = `SELECT group_concat(term, ' ' ORDER BY key) FROM json_each(?) CROSS JOIN vocabulary ON number = value`;
  return database.all<[string | null]>(sql, [JSON.stringify(numbers)])[0]?.[0]?.split(" ") ?? [];
}

function readNearTerms(database: Database, distances: ReadonlyMap<number, number>): NearTerm[] {
  const sql = `SELECT number, term, text_records, around_records FROM json_each(?) CROSS JOIN vocabulary ON number = value
    ORDER BY text_records + around_records DESC, number`;
  return database
    .all<[number, string, number, number]>(sql, [JSON.stringify([...distances.keys()])])
    .map(([number, term, textRecords, aroundRecords]) => ({
      term: { term, textRecords, aroundRecords },
      edits: distances.get(number) ?? 0,
    }))
    .sort((a, b) => a.edits - b.edits);
}

/** The terms of fitting length. */
interface Window {
  /** Their numbers [start, end). */
  start: number;
  end: number;
  /** Their sets of letters, in the order of the numbers: a list for each length. */
  letters: Uint32Array[];
}

/** Lengths are in code points there: as many edits change them at most. */
function readWindow(database: Database, term: string, edits: number): Window {
  const length = [...term].length;
  const rows = database.all<[number, Uint8Array]>(
    "SELECT first, letters FROM term_lengths WHERE length BETWEEN ? AND ? ORDER BY length",
    [length - edits, length + edits],
  );
  const letters = rows.map(([, blob]) => readNumbers(blob));
  const start = rows[0]?.[0] ?? 0;
  return { start, end: letters.reduce((end, list) => end + list.length, start), letters };
}

/** For each term of the window how many of the pairs it has. */
function countShared(database: Database, grams: number[], { start, end }: Window): Uint16Array {
  const shared = new Uint16Array(end - start);
  const sql = "SELECT terms FROM grams WHERE gram IN (SELECT value FROM json_each(?))";
  for (const [blob] of database.iterate<[Uint8Array]>(sql, [JSON.stringify(grams)])) {
    const terms = readNumbers(blob);
    for (let at = findFirst(terms, start); at < terms.length; at++) {
      const index = (terms[at] ?? 0) - start;
      if (index >= shared.length) break;
      shared[index] = (shared[index] ?? 0) + 1;
    }
  }
  return shared;
}

/** Index of the first number that is not below the bound. */
function findFirst(ascending: Uint32Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Tells how many letters another term has too few or too many, whichever is more; counts on only until `limit` is passed.
 */
function buildMissingCounter(term: string): (other: string, limit: number) => number {
  const left = new Int32Array(65_536);
  const count = (unit: number, change: number): number => (left[unit] = (left[unit] ?? 0) + change);
  for (let at = 0; at < term.length; at++) count(term.charCodeAt(at), 1);
  return (other, limit) => {
    let added = 0;
    let at = 0;
    for (; at < other.length && added <= limit; at++) if (count(other.charCodeAt(at), -1) < 0) added++;
    while (at > 0) count(other.charCodeAt(--at), 1);
    return Math.max(added, added + term.length - other.length);
  };
}
