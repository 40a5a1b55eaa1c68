import type { Filter, RecordNumber, Store } from "../store/store.ts";
import type { QueryWord } from "./query.ts";

/** A record that holds some of the query's words. */
export interface Candidate {
  number: RecordNumber;
  /** Sum of the weights of the retrieved words it holds; those that were not retrieved are not counted. */
  weight: number;
  /** Indices in the query of the words by which it was retrieved. */
  words: number[];
}

/** Postings read for one query at most. Rarer words come first, so the words that tell nothing are never sent. */
const POSTINGS = 6_000;
/** Records that an intersection gives at most, and how many of them make more intersections needless. */
const INTERSECTED = 400;
const ENOUGH = 100;
/** Words whose conjunction is asked for when every word of the query is common. */
const CONJOINED = 8;

/**
 * The records worth ranking for a query, best first, found by its rarest words:
 *
 *     words by frequency     accord · pression · voie · totale · pas · a · la
 *                            └────── postings read ──────┘   └─ never sent ─┘
 *
 * Where even the rarest word is too common to be read, the engine intersects instead: all words together, then without
 * the most common, and so on until enough records are found.
 *
 * @param lowestShare Every record is found that holds at least this share of the query's weight; undefined to give up
 *   at the words that are too common, and be fast.
 */
export async function retrieveCandidates(
  words: QueryWord[],
  filter: Filter,
  store: Store,
  lowestShare: number | undefined,
): Promise<Candidate[]> {
  const candidates = new Map<RecordNumber, Candidate>();
  const rarestFirst = [...words.entries()]
    .filter(([, word]) => word.spellings.size > 0 || word.halves)
    .sort(([, a], [, b]) => a.records - b.records);
  let read = 0;
  let unread = words.reduce((sum, word) => sum + word.weight, 0);
  const needless = unread * (lowestShare ?? 0);
  for (const [at, word] of rarestFirst) {
    if (lowestShare === undefined ? read + word.records > POSTINGS : unread < needless) break;
    unread -= word.weight;
    const numbers = await store.findCandidates(listAlternatives(word), filter, Infinity);
    read += numbers.length;
    for (const number of numbers) addWord(candidates, number, at, word.weight);
  }
  if (candidates.size === 0) await intersect(rarestFirst, filter, store, candidates);
  return [...candidates.values()].sort((a, b) => b.weight - a.weight || a.number - b.number);
}

/** The records that hold for each must one of its spellings. */
export async function retrieveHolding(
  musts: string[][],
  words: QueryWord[],
  filter: Filter,
  store: Store,
): Promise<Candidate[]> {
  if (musts.some((spellings) => spellings.length === 0)) return [];
  const every = [...words.keys()];
  const weight = words.reduce((sum, word) => sum + word.weight, 0);
  const numbers = await store.findCandidates([musts], filter, Infinity);
  return numbers.map((number) => ({ number, weight, words: every }));
}

function addWord(candidates: Map<RecordNumber, Candidate>, number: RecordNumber, at: number, weight: number): void {
  const candidate = candidates.get(number);
  if (candidate) {
    candidate.weight += weight;
    candidate.words.push(at);
  } else {
    candidates.set(number, { number, weight, words: [at] });
  }
}

/** What stands for a word: any of its spellings, or both of its halves. */
function listAlternatives(word: QueryWord): string[][][] {
  const alternatives: string[][][] = [];
  if (word.spellings.size > 0) alternatives.push([[...word.spellings.keys()]]);
  if (word.halves) alternatives.push(word.halves.map((half) => [half]));
  return alternatives;
}

async function intersect(
  rarestFirst: [number, QueryWord][],
  filter: Filter,
  store: Store,
  candidates: Map<RecordNumber, Candidate>,
): Promise<void> {
  const spelled = rarestFirst.filter(([, word]) => word.spellings.size > 0);
  for (let count = Math.min(spelled.length, CONJOINED); count > 0 && candidates.size < ENOUGH; count--) {
    const conjoined = spelled.slice(0, count);
    const spellings = conjoined.map(([, word]) => [...word.spellings.keys()]);
    for (const number of await store.findCandidates([spellings], filter, INTERSECTED)) {
      if (candidates.has(number)) continue;
      for (const [at, word] of conjoined) addWord(candidates, number, at, word.weight);
    }
  }
}
