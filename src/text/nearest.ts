/**
 * "Did you mean": the names nearest to one that was typed.
 *
 *     typed ─fold─▶ fuse.js picks the candidates that hold most of it ─▶ edit distance orders and judges them
 *
 * Fuse.js looks for the pattern anywhere in a candidate, and sees a transposition as two errors: right for picking, but
 * "art" would lie in "article" as well as in "art". Both sides are therefore closed by a mark, so that the ends of a
 * name count, and the order comes from the number of slips between the whole names.
 */
import Fuse from "fuse.js";

import { countEdits } from "./edits.ts";
import { fold } from "./fold.ts";

/** A candidate and how near it is. */
interface NearName {
  candidate: string;
  /** From 0 (nothing in common) to 1 (equal when folded): the share of letters without a slip. */
  score: number;
}

/** Longer names are compared by their beginning: nobody mistypes a page. */
const LONGEST = 100;
/** Errors that fuse.js lets pass, as a share of the pattern. */
const THRESHOLD = 0.5;
const START = "\u0002";
const END = "\u0003";

/**
 * The candidates nearest to a name, nearest first, at most `limit`; none that differs in more than about half of its
 * letters. Equally near ones stand in the order in which they were given.
 */
export function rankNearest(name: string, candidates: readonly string[], limit: number): NearName[] {
  const folded = foldBeginning(name);
  if (folded === "") return [];
  const foldedCandidates = candidates.map(foldBeginning);
  const fuse = new Fuse(
    foldedCandidates.map((candidate) => START + candidate + END),
    { isCaseSensitive: true, ignoreLocation: true, ignoreFieldNorm: true, threshold: THRESHOLD, shouldSort: false },
  );
  const near: (NearName & { index: number })[] = [];
  for (const { refIndex: index } of fuse.search(START + folded + END)) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    near.push({ candidate, index, score: scoreNearness(folded, foldedCandidates[index] ?? "") });
  }
  return near
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit)
    .map(({ candidate, score }) => ({ candidate, score }));
}

/**
 * The candidate that a name is plausibly a slip of, if there is one.
 *
 *     findNearest("speeker", ["source", "speaker"])  // => "speaker"
 *     findNearest("x", ["source", "speaker"])        // => undefined
 */
export function findNearest(name: string, candidates: readonly string[]): string | undefined {
  const { length } = foldBeginning(name);
  const alike = candidates.filter((candidate) => {
    const { length: candidateLength } = foldBeginning(candidate);
    return Math.abs(length - candidateLength) <= allowSlips(Math.min(length, candidateLength));
  });
  const nearest = rankNearest(name, alike, 1)[0];
  return nearest && isSlip(name, nearest) ? nearest.candidate : undefined;
}

/** Whether a candidate is so near to a name that one is plausibly a slip of the other. */
function isSlip(name: string, near: NearName): boolean {
  const { length } = foldBeginning(name);
  const { length: candidateLength } = foldBeginning(near.candidate);
  const slips = Math.round((1 - near.score) * Math.max(length, candidateLength));
  return slips <= allowSlips(Math.min(length, candidateLength));
}

/** The number of slips to be expected at most in a name of this many letters. */
function allowSlips(length: number): number {
  return length < 3 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3;
}

function foldBeginning(name: string): string {
  return fold(name.slice(0, LONGEST)).trim();
}

function scoreNearness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : Math.max(0, 1 - countEdits(a, b) / longest);
}
